"""What a record of a person shows, in a row or alone, and what stands around it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from kladka.people import errors
from kladka.people.models import Contact, Guardian, Involvement, Person, PersonAddress, PersonLink

if TYPE_CHECKING:
    from kladka.accounts.models import User

AT_ONCE = 2000  # rows of a spreadsheet read together


def with_details(keys: Sequence[int], *, user: "User") -> list[Person]:
    """These people in this order, with their contacts and what the user may know of their programmes."""
    rows = Person.objects.prefetch_related(*_details(user)).in_bulk(keys)
    return [rows[key] for key in keys if key in rows]


def _details(user: "User") -> "Iterable[Prefetch[str, QuerySet[Contact] | QuerySet[Involvement]]]":
    seen = (
        Involvement.objects.reached_today_by(user)
        .select_related("edition__programme")
        .order_by("-from_day", "pk")
    )
    yield Prefetch("involvements", seen, to_attr="seen_involvements")
    yield Prefetch("contacts", Contact.objects.order_by("-is_preferred", "pk"), to_attr="known_contacts")


def in_batches(keys: Sequence[int], *, user: "User") -> Iterator[Person]:
    """All of them, a batch at a time, so that a hundred thousand need no memory of their own."""
    for start in range(0, len(keys), AT_ONCE):
        yield from with_details(keys[start : start + AT_ONCE], user=user)


def card(person: Person, *, user: "User") -> Person:
    """The person with what `people/person_card.html` shows."""
    return with_details([person.pk], user=user)[0]


@dataclass(frozen=True)
class Around:
    """Where a person lives and who stands around."""

    addresses: list[PersonAddress]
    guardians: list[Guardian]
    close_ones: list[PersonLink]


def around(person: Person, *, on: date) -> Around:
    """What holds on a day or later; three questions."""
    holding = Q(to_day=None) | Q(to_day__gte=on)
    return Around(
        list(person.addresses.filter(holding).select_related("address")),
        list(person.guardians.filter(holding)),
        list(person.close_ones.filter(holding).select_related("other")),
    )


def the_one(words: str, *, user: "User") -> Person:
    """The only person whom the words fit, among those the user sees. Raises NobodyFits, ManyFit."""
    fitting = list(Person.objects.visible_to(user).matching(words)[:2]) if words else []
    if not fitting:
        raise errors.NobodyFits
    if len(fitting) > 1:
        raise errors.ManyFit
    return fitting[0]


def ids_of(person: Person) -> list[UUID]:
    """Under which ids the trail speaks of the person: its own, and those of records merged into this one."""
    return [person.public_id, *person.aliases.values_list("public_id", flat=True)]
