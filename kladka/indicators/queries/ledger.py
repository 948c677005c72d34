"""Who is behind a figure, each with the proof; and who would count if something more were known or done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, overload

from django.db import connection

from kladka.indicators.catalogue import Measure
from kladka.indicators.predicates import Fragment, waiting
from kladka.indicators.queries.matrix import DECIDED, decided_or
from kladka.indicators.queries.proofs import Proof, proofs_of
from kladka.indicators.queries.standing import Need, standing
from kladka.indicators.rules import Lack, lacks
from kladka.people.models import Person
from kladka.programmes.models import Edition

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kladka.participation.models import Participation

Sex = Literal["", "woman", "man"]
CHUNK = 500
LINES = """WITH {standing},
{decided},
lines AS (SELECT * FROM standing LEFT JOIN decided d ON d.participation_id = id WHERE {where})
"""
EACH_ONCE = """SELECT * FROM (SELECT DISTINCT ON (person_id) * FROM lines ORDER BY person_id, started_on, id) each
ORDER BY started_on NULLS LAST, number, person_id"""


@dataclass(frozen=True, slots=True)
class Line:
    """One person of a figure: `proofs` say because of what, `lacks` what is missing; never both."""

    participation_id: int
    person: Person
    number: str
    sex: str
    age: int | None
    started_on: date | None
    left_on: date | None
    proofs: tuple[Proof, ...] = ()
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True)
class Lines(Sequence[Line]):
    """The lines of one figure, read as they are asked for: its length is one query, a slice a few more."""

    measure: Measure
    edition: Edition
    on: date
    chosen: Fragment
    counted: bool
    sex: Sex = ""
    within: "QuerySet[Participation] | None" = None

    def __len__(self) -> int:
        return int(self._rows("SELECT count(DISTINCT person_id) AS number FROM lines")[0]["number"])

    def __iter__(self) -> Iterator[Line]:
        """All of them in blocks, so that a file of a hundred thousand needs no memory of its own."""
        start = 0
        while block := self[start : start + CHUNK]:
            yield from block
            start += CHUNK

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> list[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | list[Line]:
        if isinstance(at, int):
            return self[at : at + 1][0]
        start = at.start or 0
        limit = "" if at.stop is None else f" LIMIT {max(at.stop - start, 0)}"
        return self._lines(self._rows(f"{EACH_ONCE} OFFSET {start}{limit}"))

    def _rows(self, select: str) -> list[dict[str, Any]]:
        base = standing(self.edition, need=Need.of([self.measure]), on=self.on)
        where = [self.chosen, *self._narrowing()]
        text = (
            LINES.format(standing=base.text, decided=DECIDED, where=" AND ".join(one.text for one in where))
            + select
        )
        values = (*base.values, self.edition.pk, *(value for one in where for value in one.values))
        with connection.cursor() as cursor:
            cursor.execute(text, values)
            names = [column.name for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _narrowing(self) -> Iterator[Fragment]:
        if self.sex:
            yield Fragment("sex = %s", (self.sex,))
        if self.within is not None:
            inner, values = self.within.order_by().values("pk").query.sql_with_params()
            yield Fragment(f"id IN ({inner})", tuple(values))

    def _lines(self, rows: Sequence[Mapping[str, Any]]) -> list[Line]:
        people = Person.objects.in_bulk([row["person_id"] for row in rows])
        proofs = proofs_of(self.measure, self.edition, [row["id"] for row in rows]) if self.counted else {}
        return [self._line(row, people, proofs) for row in rows]

    def _line(
        self, row: Mapping[str, Any], people: Mapping[int, Person], proofs: Mapping[int, tuple[Proof, ...]]
    ) -> Line:
        return Line(
            participation_id=row["id"],
            person=people[row["person_id"]],
            proofs=proofs.get(row["id"], ()),
            lacks=() if self.counted else lacks(self.measure, row),
            **{name: row[name] for name in ("number", "sex", "age", "started_on", "left_on")},
        )


def ledger(
    measure: Measure,
    edition: Edition,
    *,
    on: date,
    sex: Sex = "",
    within: "QuerySet[Participation] | None" = None,
) -> Lines:
    """The persons who count, in the order of their numbers; `within` narrows to what a user may see."""
    return Lines(measure, edition, on, decided_or(measure), counted=True, sex=sex, within=within)


def would_count(
    measure: Measure,
    edition: Edition,
    *,
    on: date,
    sex: Sex = "",
    within: "QuerySet[Participation] | None" = None,
) -> Lines:
    """Those who do not count yet, each with what is missing."""
    chosen, decided = waiting(measure), decided_or(measure)
    whole = Fragment(f"({chosen.text} AND {decided.text} IS NOT TRUE)", (*chosen.values, *decided.values))
    return Lines(measure, edition, on, whole, counted=False, sex=sex, within=within)
