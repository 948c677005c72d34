"""All figures of an edition in one statement: women, men, total, and who would still count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from kladka.indicators.catalogue import Measure
from kladka.indicators.predicates import Fragment, asked_columns, counted, waiting
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

# Those of whom nothing that measures ask differs are weighed together: a hundred thousand become a few thousand rows.
# Who took part more than once stays apart, and is first made one person.
PERSONS = """WITH {standing},
{decided},
again AS (SELECT person_id FROM participation_participation WHERE edition_id = %s GROUP BY person_id HAVING count(*) > 1),
alike AS (SELECT CASE WHEN person_id IN (SELECT person_id FROM again) THEN person_id END AS person,
                 count(*) AS number, sex, decided, {asked}
          FROM standing LEFT JOIN decided d ON d.participation_id = id GROUP BY person, sex, decided, {asked}),
marked AS (SELECT person, number, sex, {marks} FROM alike OFFSET 0),
persons AS (SELECT number, sex, {names} FROM marked WHERE person IS NULL
            UNION ALL
            SELECT 1, max(sex), {any_of} FROM marked WHERE person IS NOT NULL GROUP BY person),
by_sex AS (SELECT sex, {counts} FROM persons GROUP BY sex)
SELECT {sums} FROM by_sex"""


# The server takes all combinations of traits for possible, and would sort everybody to find the few that there are.
UNSORTED, SORTED = "SET LOCAL enable_sort = off", "SET LOCAL enable_sort = on"


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
        cursor.execute(f"{UNSORTED}; {query.text}; {SORTED}", query.values)  # sent together
        cursor.nextset()
        row: Sequence[int] = cursor.fetchone()
    return {one.key: Figure(*row[4 * at : 4 * at + 4]) for at, one in enumerate(measures)}


def statement(measures: Sequence[Measure], edition: Edition, on: date) -> Fragment:
    """Persons first, then sums: two participations of one person are one person."""
    base = standing(edition, need=Need.of(measures), on=on)
    marks = [mark for at, one in enumerate(measures) for mark in person_marks(at, one)]
    names = [name for at in range(len(measures)) for name in (f"c{at}", f"w{at}")]
    text = PERSONS.format(
        standing=base.text,
        decided=DECIDED,
        asked=", ".join(asked_columns(measures)),
        marks=", ".join(one.text for one in marks),
        names=", ".join(names),
        any_of=", ".join(f"bool_or({name})" for name in names),
        counts=", ".join(counts(len(measures))),
        sums=", ".join(sums(len(measures))),
    )
    values = (*base.values, edition.pk, edition.pk, *(value for one in marks for value in one.values))
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
    return Fragment(f"{counts.text} AS c{at}", counts.values), Fragment(
        f"{waits.text} AS w{at}", waits.values
    )


def counts(number: int) -> Iterator[str]:
    for at in range(number):
        yield f"sum(number) FILTER (WHERE c{at}) AS c{at}"
        yield f"sum(number) FILTER (WHERE w{at} AND c{at} IS NOT TRUE) AS w{at}"


def sums(number: int) -> Iterator[str]:
    for at in range(number):
        yield f"COALESCE(sum(c{at}) FILTER (WHERE sex = 'woman'), 0)::bigint"
        yield f"COALESCE(sum(c{at}) FILTER (WHERE sex = 'man'), 0)::bigint"
        yield f"COALESCE(sum(c{at}), 0)::bigint"
        yield f"COALESCE(sum(w{at}), 0)::bigint"
