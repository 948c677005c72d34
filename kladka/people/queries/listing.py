"""The list of people: found, counted, put in order and cut into pages by indexes alone.

An involvement repeats what the list goes by (`Person.as_listed`), so that a page of an edition is read from one index in the
order of names, and of several editions the server merges such readings. Only the fifty who are shown are looked up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import Q

from kladka.people.models import Involvement, Person
from kladka.people.models.finding import said
from kladka.people.models.involvement import InvolvementQuerySet, Place, Reach, in_one_of
from kladka.people.models.person import PersonQuerySet
from kladka.people.queries.records import with_details

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Edition

ON_A_PAGE = 50
FEW = (
    5000  # so many keys are read and sorted at once; where there are more, any order meets fifty of them soon
)
# Who stands in several places is one person. Each place is read in order only so far as the page needs, then merged.
PAGE = """SELECT DISTINCT ON (sort_key, person_id) person_id FROM ({places}) AS found (sort_key, person_id)
ORDER BY sort_key {way}, person_id {way} LIMIT %s OFFSET %s"""
# Found before they are sorted: the planner takes the bearers of a name for spread over the alphabet, and would walk half
# of it to meet them where they stand together.
ALL_OF_FEW = """WITH found (sort_key, person_id) AS MATERIALIZED (SELECT * FROM ({places}) AS every LIMIT %s)
SELECT DISTINCT ON (sort_key, person_id) person_id, (SELECT count(*) FROM found) FROM found
ORDER BY sort_key {way}, person_id {way}"""


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


class Listing(Sequence[int]):
    """The keys of those whom the user may see and asked for, in order. A far page is walked from the nearer end."""

    def __init__(self, asked: Asked, *, user: "User") -> None:
        self._backwards = asked.backwards
        self._rows, self._places = sources(asked, Reach.today_of(user))
        self._held = self._all_of_few() if asked.words.strip() else None
        self._count = self._counted() if self._held is None else len(self._held)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, part: Any) -> Any:
        if self._held is not None:
            return self._held[part]
        bottom, top, _step = part.indices(len(self))
        if bottom <= len(self) // 2:
            return self._page(top - bottom, after=bottom, backwards=self._backwards)
        return self._page(top - bottom, after=len(self) - top, backwards=not self._backwards)[::-1]

    def _counted(self) -> int:
        return self._rows.filter(in_one_of(self._places)).count_people()

    def _all_of_few(self) -> list[int] | None:
        """Everybody found, in order; None where they are too many to be held."""
        found = self._ask(*self.statement(ALL_OF_FEW, backwards=self._backwards), FEW + 1)
        return None if found and found[0][1] > FEW else [key for key, _number in found]

    def _page(self, number: int, *, after: int, backwards: bool) -> list[int]:
        if number <= 0:
            return []
        statement = self.statement(PAGE, backwards=backwards, until=after + number)
        return [key for (key,) in self._ask(*statement, number, after)]

    def _ask(self, statement: str, values: list[Any], *ends: int) -> list[Any]:
        if not self._places:
            return []
        with connection.cursor() as cursor:
            cursor.execute(statement, [*values, *ends])
            answered: list[Any] = cursor.fetchall()
            return answered

    def statement(
        self, form: str, *, backwards: bool = False, until: int | None = None
    ) -> tuple[str, list[Any]]:
        """What the server is asked and the values in it; with `until`, each place is read in order and no further."""
        key = "pk" if self._rows.model is Person else "person_id"
        parts = [self._rows.filter(**place).values_list("sort_key", key) for place in self._places]
        if until is not None:
            order = ("-sort_key", f"-{key}") if backwards else ("sort_key", key)
            parts = [part.distinct().order_by(*order)[:until] for part in parts]
        written = [part.query.sql_with_params() for part in parts]
        places = " UNION ALL ".join(f"({sql})" for sql, _values in written)
        text = form.format(places=places, way="DESC" if backwards else "ASC")
        return text, [value for _sql, values in written for value in values]


def sources(asked: Asked, reach: Reach) -> tuple[PersonQuerySet | InvolvementQuerySet, list[Place]]:
    """Those found, and the places where the user sees them; who sees everything looks into the table of persons."""
    if reach.is_everything and not asked.edition:
        return Person.objects.filter(wanted(asked, known=~Q(pesel=None))), [{}]
    return Involvement.objects.filter(wanted(asked, known=Q(has_pesel=True))), places(asked, reach)


def places(asked: Asked, reach: Reach) -> list[Place]:
    """All that is reached, or only the edition asked for and what is reached in it."""
    if not asked.edition:
        return reach.places
    if reach.is_everything:
        return [{"edition": asked.edition.pk}]
    return [one for one in reach.places if one["edition"] == asked.edition.pk]


def wanted(asked: Asked, *, known: Q) -> Q:
    """What was asked for, on either table; `known` says which persons have a PESEL."""
    condition = said(asked.words)
    if asked.sex:
        condition &= Q(sex=asked.sex)
    return condition & ~known if asked.without_pesel else condition


def count_seen(user: "User") -> int:
    """How many persons the user may see."""
    return len(Listing(Asked(), user=user))


def page_of(asked: Asked, number: str | None, *, user: "User") -> "Page[Person]":
    """A page with what its rows show; rows are read for this page only."""
    pages = Paginator(Listing(asked, user=user), ON_A_PAGE)
    page: Page[int] = pages.get_page(number)
    return Page(with_details(list(page.object_list), user=user), page.number, pages)
