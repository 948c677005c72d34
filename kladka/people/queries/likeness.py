"""Who in the record may be the same person; found by few, since hardly anybody is born on one day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet

from kladka.core.errors import DomainError
from kladka.people import rules
from kladka.people.access import MERGERS
from kladka.people.choices import Ground
from kladka.people.models import Alias, Involvement, Merge, Person, Resemblance
from kladka.people.models.involvement import Reach
from kladka.people.queries.records import with_details
from kladka.people.rules.likeness import Identity, births_like, likeness

if TYPE_CHECKING:
    from kladka.accounts.models import User


@dataclass(frozen=True)
class Alike:
    """Somebody of the record, and what is the same."""

    person: Person
    grounds: tuple[Ground, ...]

    @property
    def said(self) -> str:
        return ", ".join(str(one.label) for one in self.grounds)


def identity_of(person: Person) -> Identity:
    return Identity(
        first_name=person.first_name,
        last_name=person.last_name,
        birth_date=person.birth_date,
        sex=person.sex,
        pesel=person.pesel or "",
        document=f"{person.identifier_kind} {person.identifier}".strip(),
        key=person.pk,
    )


def identity_in(details: rules.Details) -> Identity:
    """Of details as `rules.checked` gave them back."""
    assert details.birth_date is not None  # noqa: S101 - checked
    return Identity(
        first_name=details.first_name,
        last_name=details.last_name,
        birth_date=details.birth_date,
        sex=details.sex,
        pesel=details.pesel,
        document=f"{details.identifier_kind} {details.identifier}".strip(),
    )


def near(one: Identity) -> QuerySet[Person]:
    """Everybody who could be alike: born on the day, or of the same number. A handful of a hundred thousand."""
    condition = Q(birth_date__in=births_like(one.birth_date))
    if one.pesel:
        condition |= Q(pesel=one.pesel)
    if one.document:
        kind, _, number = one.document.partition(" ")
        condition |= Q(identifier_kind=kind, identifier=number)
    return Person.objects.filter(condition)


def alike(one: Identity) -> list[Alike]:
    """Whom this may be, the surest first."""
    found = [Alike(person, likeness(one, identity_of(person))) for person in near(one)]
    found += [Alike(alias.person, (Ground.PESEL,)) for alias in aliases_of(one)]
    order = list(Ground)
    return sorted((each for each in found if each.grounds), key=lambda each: order.index(each.grounds[0]))


def aliases_of(one: Identity) -> Iterable[Alias]:
    """Records with this PESEL that were merged into another's."""
    return Alias.objects.filter(pesel=one.pesel).select_related("person") if one.pesel else ()


def alike_and_seen(details: rules.Details, *, user: "User", on: date) -> list[Alike]:
    """Whom the typed details may mean, of those whom the user sees anyway: of others not even that they are there.

    Details that are wrong mean nobody; the action says what is wrong with them.
    """
    try:
        found = {one.person.pk: one for one in alike(identity_in(rules.checked(details, on=on)))}
    except DomainError:
        return []
    seen = Person.objects.visible_to(user).filter(pk__in=found).values_list("pk", flat=True)
    order = [key for key in found if key in set(seen)]
    return [Alike(person, found[person.pk].grounds) for person in with_details(order, user=user)]


def merging_reach(user: "User", *, on: date) -> Reach:
    """Coordinators in their programmes; administrators everywhere, since only they see two programmes at once."""
    return Reach.of(user, on=on, among=MERGERS)


def open_resemblances(user: "User", *, on: date) -> QuerySet[Resemblance]:
    """Pairs of which the user may see both, the oldest first."""
    pairs = Resemblance.objects.open()
    reach = merging_reach(user, on=on)
    if not reach.is_everything:
        mine = Involvement.objects.filter(reach.condition).values("person")
        pairs = pairs.filter(first__in=mine, second__in=mine)
    return pairs.select_related("first", "second").order_by("found_at", "pk")


def pairs_alike(people: Iterable[Person]) -> Iterator[tuple[Person, Person, tuple[Ground, ...]]]:
    """Of people in the order of their birth: every two of one day who may be one."""
    for _day, born in groupby(people, key=lambda one: one.birth_date):
        identified = [(one, identity_of(one)) for one in born]
        for (first, one), (second, other) in combinations(identified, 2):
            grounds = likeness(one, other)
            if grounds:
                yield first, second, grounds


def reached(user: "User", *, on: date) -> Q:
    """On a person: whom the user may merge."""
    reach = merging_reach(user, on=on)
    if reach.is_everything:
        return Q()
    return Q(pk__in=Involvement.objects.filter(reach.condition).values("person"))


def person_to_compare(public_id: UUID, *, user: "User", on: date) -> Person | None:
    return Person.objects.filter(reached(user, on=on), public_id=public_id).first()


def answered(one: Person, other: Person) -> Resemblance | None:
    """What is known of these two."""
    return Resemblance.objects.of(one, other).select_related("told_apart_by").first()


def grounds_of(one: Person, other: Person) -> str:
    """What is the same in the two, as they are now."""
    return Alike(other, likeness(identity_of(one), identity_of(other))).said


def merges_seen(user: "User", *, on: date) -> QuerySet[Merge]:
    """Of persons whom the user may merge, the newest first."""
    people = Person.objects.filter(reached(user, on=on))
    return Merge.objects.filter(person__in=people).select_related("person", "merged_by", "undone_by")
