"""Whom residents may call or write to: roles, never names."""

from kladka.programmes.models import Contact, Programme


def contacts_by_programme() -> list[tuple[Programme, list[Contact]]]:
    """Programmes with a public page that name contacts, each with them. Two statements."""
    programmes = {programme.pk: programme for programme in Programme.objects.public()}
    rows = Contact.objects.filter(programme__in=programmes).select_related(
        "site__venue__address", "site__venue__district"
    )
    desks: dict[int, list[Contact]] = {}
    for contact in rows:
        desks.setdefault(contact.programme_id, []).append(contact)
    return [(programme, desks[pk]) for pk, programme in programmes.items() if pk in desks]
