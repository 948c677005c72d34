"""All figures of an edition in one statement: women, men, total, and who would still count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from kladka.indicators.catalogue import Measure
from kladka.indicators.predicates import Fragment, counted, waiting
from kladka.indicators.queries.standing import Need, standing
from kladka.programmes.models import Edition

# The newest decision on each participation and measure; almost nobody has one.
DECIDED = """decided AS (
SELECT participation_id, jsonb_object_agg(counts, is_counted) AS decided
FROM (SELECT DISTINCT ON (participation_id, counts) participation_id, counts, is_counted
      FROM indicators_manualdecision
      WHERE edition_id = %s AND participation_id IS NOT NULL
      ORDER BY participation_id, counts, decided_at DESC, id DESC) newest
GROUP BY participation_id)"""

PERSONS = """WITH {standing},
{decided},
persons AS (SELECT person_id, max(sex) AS sex, {marks}
            FROM standing LEFT JOIN decided d ON d.participation_id = id GROUP BY person_id)
SELECT {sums} FROM persons"""


@dataclass(frozen=True, slots=True)
class Figure:
    """Persons who count, by sex; a person counts once, whatever the number of participations."""

    women: int = 0
    men: int = 0
    total: int = 0
    waiting: int = 0

    def __bool__(self) -> bool:
        return bool(self.total or self.waiting)


def figures(measures: Sequence[Measure], *, edition: Edition, on: date) -> dict[str, Figure]:
    """The figure of every measure by its key."""
    if not measures:
        return {}
    query = statement(measures, edition, on)
    with connection.cursor() as cursor:
        cursor.execute(query.text, query.values)
        row: Sequence[int] = cursor.fetchone()
    return {one.key: Figure(*row[4 * at : 4 * at + 4]) for at, one in enumerate(measures)}


def statement(measures: Sequence[Measure], edition: Edition, on: date) -> Fragment:
    """Persons first, then sums: two participations of one person are one person."""
    base = standing(edition, need=Need.of(measures), on=on)
    marks = [mark for at, one in enumerate(measures) for mark in person_marks(at, one)]
    text = PERSONS.format(
        standing=base.text,
        decided=DECIDED,
        marks=", ".join(one.text for one in marks),
        sums=", ".join(sums(len(measures))),
    )
    values = (*base.values, edition.pk, *(value for one in marks for value in one.values))
    return Fragment(text, values)


def decided_or(measure: Measure) -> Fragment:
    """A decision with a reason goes before the rule."""
    rule = counted(measure)
    return Fragment(
        "(CASE WHEN decided IS NULL OR decided -> %s IS NULL"
        f" THEN {rule.text} ELSE (decided -> %s)::boolean END)",
        (measure.key, *rule.values, measure.key),
    )


def person_marks(at: int, measure: Measure) -> tuple[Fragment, Fragment]:
    counts, waits = decided_or(measure), waiting(measure)
    return (
        Fragment(f"bool_or({counts.text}) AS c{at}", counts.values),
        Fragment(f"bool_or({waits.text}) AS w{at}", waits.values),
    )


def sums(number: int) -> Iterator[str]:
    for at in range(number):
        yield f"count(*) FILTER (WHERE c{at} AND sex = 'woman')"
        yield f"count(*) FILTER (WHERE c{at} AND sex = 'man')"
        yield f"count(*) FILTER (WHERE c{at})"
        yield f"count(*) FILTER (WHERE w{at} AND c{at} IS NOT TRUE)"
