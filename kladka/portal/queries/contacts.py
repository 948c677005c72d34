"""Whom residents may call or write to: roles, never names."""

from kladka.programmes.models import Contact, Programme


def contacts_by_programme() -> list[tuple[Programme, list[tuple[Contact, str]]]]:
    """Programmes with a public page that name contacts, each with them and where they sit. Two statements."""
    programmes = {programme.pk: programme for programme in Programme.objects.public()}
    rows = Contact.objects.filter(programme__in=programmes).select_related(
        "site__venue__address", "site__venue__district"
    )
    desks: dict[int, list[tuple[Contact, str]]] = {}
    for contact in rows:
        desks.setdefault(contact.programme_id, []).append((contact, place_of(contact)))
    return [(programme, desks[pk]) for pk, programme in programmes.items() if pk in desks]


def place_of(contact: Contact) -> str:
    """Where to come: the name and the address, as far as they are known."""
    if contact.site is None:
        return ""
    venue = contact.site.venue
    return ", ".join(dict.fromkeys(filter(None, [str(venue), str(venue.address or "")])))
