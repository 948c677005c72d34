"""By which words, to whom and in whose name is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q, prefetch_related_objects
from django.utils import translation
from django.utils.translation import gettext

from kladka.audit import keys
from kladka.messages.choices import Occasion, Way
from kladka.messages.models import AmendedWording, Message
from kladka.messages.rules import Wording
from kladka.messages.shipped import shipped
from kladka.municipalities.queries import current_municipality
from kladka.people import sealing
from kladka.people.choices import AddressKind, ContactKind, Language
from kladka.people.models import Contact, Guardian, PersonAddress
from kladka.programmes.models import Contact as Desk

if TYPE_CHECKING:
    from kladka.people.models import Person
    from kladka.programmes.models import Edition


@dataclass(frozen=True, kw_only=True)
class Addressee:
    """Whom a message goes to. `ward`: about whom it is, where a guardian gets it."""

    name: str
    language: Language = Language.POLISH
    email: str = ""
    wants_letter: bool = False
    ward: str = ""
    lines: Sequence[str] = ()

    @property
    def way(self) -> Way:
        return Way.EMAIL if self.email and not self.wants_letter else Way.LETTER


@dataclass(frozen=True, kw_only=True)
class InForce:
    wording: Wording
    version: AmendedWording | None


def wording_of(occasion: Occasion, language: Language | str) -> InForce:
    """The municipality's own words where it wrote some, else those that ship."""
    versions = AmendedWording.objects.filter(occasion=occasion, language=language)
    own = versions.order_by("-written_at", "-pk").first()
    if own is None or own.is_shipped:
        return InForce(wording=shipped(occasion, str(language)), version=None)
    return InForce(wording=Wording(own.subject, own.body), version=own)


def own_versions() -> dict[tuple[str, str], AmendedWording]:
    """The town's own words in force, by occasion and language."""
    newest = AmendedWording.objects.order_by("occasion", "language", "-written_at", "-pk")
    rows = newest.distinct("occasion", "language").select_related("written_by")
    return {(one.occasion, one.language): one for one in rows if not one.is_shipped}


def with_reach(people: "Sequence[Person]", *, on: date) -> None:
    """Read once, for many, all that `addressee_of` asks of a person."""
    holding = Q(to_day=None) | Q(to_day__gte=on)
    addresses = PersonAddress.objects.filter(holding, from_day__lte=on).select_related("address")
    prefetch_related_objects(
        list(people),
        Prefetch("contacts", Contact.objects.order_by("-is_preferred", "pk"), to_attr="known_contacts"),
        Prefetch("guardians", Guardian.objects.filter(holding, from_day__lte=on), to_attr="guardians_now"),
        Prefetch("addresses", addresses.order_by("-from_day"), to_attr="addresses_now"),
    )


def addressee_of(person: "Person") -> Addressee:
    """As `with_reach` read it: by the preferred way, in the person's language; for a ward, to the guardian."""
    contacts: list[Contact] = person.known_contacts  # type: ignore[attr-defined]
    guardians: list[Guardian] = person.guardians_now  # type: ignore[attr-defined]
    guardian = guardians[0] if guardians else None
    return Addressee(
        name=guardian.name if guardian else person.spoken_name,
        ward=person.spoken_name if guardian else "",
        language=Language(person.language),
        email=person.email or (guardian.email if guardian else ""),
        wants_letter=bool(contacts) and contacts[0].is_preferred and contacts[0].kind == ContactKind.POST,
        lines=postal_lines(person),
    )


def postal_lines(person: "Person") -> list[str]:
    """Where letters go: the address given for them, else where the person lives."""
    known: list[PersonAddress] = person.addresses_now  # type: ignore[attr-defined]
    for kind in (AddressKind.CORRESPONDENCE, AddressKind.RESIDENCE):
        for one in known:
            if one.kind == kind:
                return [part.strip() for part in str(one.address).split(",")]
    return []


def sender_of(edition: "Edition", *, language: str) -> dict[str, str]:
    """Who writes and how to answer: the office, and the first contact of the programme."""
    town = current_municipality()
    desk = Desk.objects.filter(programme=edition.programme_id).order_by("position", "pk").first()
    telephone = (desk.telephone if desk else "") or (town.helpline if town else "")
    with translation.override(language):
        said = [
            gettext("tel. %(number)s") % {"number": telephone} if telephone else "",
            gettext("e-mail: %(address)s") % {"address": desk.email} if desk and desk.email else "",
        ]
    office = (town.operator or town.name) if town else ""
    return {"office": office, "contact": ", ".join(filter(None, said))}


def reply_to(edition: "Edition") -> str:
    desk = (
        Desk.objects.filter(programme=edition.programme_id)
        .exclude(email="")
        .order_by("position", "pk")
        .first()
    )
    return desk.email if desk else ""


@dataclass(frozen=True, kw_only=True)
class Content:
    """What lies sealed in a message."""

    to: str
    name: str
    lines: Sequence[str]
    body: str
    secrets: Sequence[str] = ()


def opened(message: Message) -> Content | None:
    """None once the key is destroyed or the text deleted."""
    if message.content is None:
        return None
    if message.person is None:
        said = keys.unseal(message.content, person=None)
    else:
        said = sealing.unseal(message.content, person=message.person)
    return Content(**said) if said is not None else None  # type: ignore[arg-type]


def sealed(content: Content, person: "Person | None") -> bytes:
    """By the person's key where there is a person, else by the municipality's."""
    said: dict[str, object] = {
        "to": content.to,
        "name": content.name,
        "lines": list(content.lines),
        "body": content.body,
        "secrets": list(content.secrets),
    }
    return sealing.seal(said, person=person) if person else keys.seal(said, person=None)
