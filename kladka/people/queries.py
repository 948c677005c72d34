"""People: found, ordered, cut into pages, with what a row shows; and what stands around one of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet, Value
from django.db.models.functions import Concat

from kladka.people import errors
from kladka.people.models import Contact, Guardian, Involvement, Person, PersonAddress, PersonLink
from kladka.people.models.involvement import Reach

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Edition

ON_A_PAGE = 50
FEW = 5000  # fewer are sorted; more are found soon in any order
FAR = 5000  # walked one by one up to here; beyond, it pays to look at all first
AT_ONCE = 2000  # rows of a spreadsheet read together


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody looks for; empty means no matter."""

    words: str = ""
    edition: "Edition | None" = None
    sex: str = ""
    without_pesel: bool = False
    backwards: bool = False

    @property
    def is_everybody(self) -> bool:
        return not (self.words.strip() or self.edition or self.sex or self.without_pesel)


def found(asked: Asked, *, user: "User", many: bool = False) -> QuerySet[Person]:
    """Whom the user may see and asked for, in order; `many` where a great part of them is walked."""
    people = Person.objects.visible_to(user, many=many).matching(asked.words)
    if asked.edition:
        there = Reach.today_of(user).condition_in(asked.edition)
        people = people.taking_part(there, many=many)
    if asked.sex:
        people = people.filter(sex=asked.sex)
    if asked.without_pesel:
        people = people.filter(pesel=None)
    return people.order_by("-sort_key", "-pk") if asked.backwards else people.in_order()


def count_found(asked: Asked, *, user: "User") -> int:
    """How many `found` gives; a whole edition is counted without looking at anybody."""
    if asked.is_everybody:
        return count_seen(user)
    if asked.edition and replace(asked, edition=None).is_everybody:
        return Involvement.objects.reached_today_by(user).filter(edition=asked.edition).count_people()
    return found(asked, user=user, many=not asked.words.strip()).count()


def count_seen(user: "User") -> int:
    """How many persons the user may see."""
    reach = Reach.today_of(user)
    if reach.is_everything:
        return Person.objects.count()
    return Involvement.objects.filter(reach.condition).count_people()


def by_hand(people: QuerySet[Person]) -> QuerySet[Person]:
    """Sorted after they are found.

    Else the planner, who takes a name's bearers for spread over the alphabet, walks half of it to find a few
    that stand together in its middle.
    """
    written = Concat("sort_key", Value(""))  # the same order, of which no index knows
    first = str(people.query.order_by[0])
    return people.order_by(written.desc(), "-pk") if first.startswith("-") else people.order_by(written, "pk")


class Keys(Sequence[int]):
    """The keys of those found, for a paginator. The order is walked in the index alone, from the nearer end."""

    def __init__(self, asked: Asked, *, user: "User") -> None:
        self._asked, self._user = asked, user
        self._count = count_found(asked, user=user)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, part: Any) -> Any:
        bottom, top, _step = part.indices(len(self))
        if bottom <= len(self) // 2:
            return list(self._found(until=top)[bottom:top])
        before, after = len(self) - top, len(self) - bottom
        return list(self._found(until=after).reverse()[before:after])[::-1]

    def _found(self, *, until: int) -> QuerySet[Person, int]:
        people = found(self._asked, user=self._user, many=until > FAR)
        return (by_hand(people) if self._count < FEW else people).values_list("pk", flat=True)


def page_of(asked: Asked, number: str | None, *, user: "User") -> "Page[Person]":
    """A page with what its rows show; rows are read for this page only."""
    pages = Paginator(Keys(asked, user=user), ON_A_PAGE)
    page: Page[int] = pages.get_page(number)
    return Page(with_details(list(page.object_list), user=user), page.number, pages)


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


def in_batches(people: QuerySet[Person], *, user: "User") -> Iterator[Person]:
    """All of them, a batch at a time, so that a hundred thousand need no memory of their own."""
    keys = list(people.values_list("pk", flat=True))
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
