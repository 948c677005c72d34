"""The indicator matrix of 100,000 people with five million marks, against the best SQL that we can write for its numbers.

The floor is written for these people alone: it knows that each took part once and started, that all was answered and
that nothing was decided by hand, which the product has to look after. Both must say the same, else nothing is measured.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib.resources import files

from kladka.activities.choices import ActivityKind, GroupKind
from kladka.activities.models import Activity, Group, Session
from kladka.config.bench.records import SIZE, an_edition_of_many
from kladka.config.bench.rows import Limit, Row, timed
from kladka.core.clock import today
from kladka.indicators.catalogue import Measure, common, period_of
from kladka.indicators.queries import figures
from kladka.municipalities.tenancy import connection
from kladka.programmes.models import Edition, Offer, Support

AS_BY_HAND = Limit(times=1.3)
SESSIONS = 50  # of everybody: five million marks
FIRST_AT, LASTS = datetime(2025, 1, 6, 8, tzinfo=UTC), timedelta(hours=2)
LEARNS = "(labour_status = 'inactive' AND labour_detail = 'in_education')"
COUNTS = {
    "EECO01": "TRUE",
    "EECO02": "labour_status = 'unemployed'",
    "EECO03": "labour_status = 'unemployed' AND labour_detail = 'long_term'",
    "EECO04": "labour_status = 'inactive'",
    "EECO05": "labour_status = 'employed'",
    "EECO06": "age <= 17",
    "EECO07": "age BETWEEN 18 AND 29",
    "EECO08": "age >= 55",
    "EECO09": "education IN ('isced_0', 'isced_1', 'isced_2', 'isced_0_2', 'isced_1_2')",
    "EECO10": "education IN ('isced_3', 'isced_4', 'isced_3_4')",
    "EECO11": "education = 'isced_5_8'",
    "EECO12": "has_disability = 'yes'",
    "EECO13": "citizenship = 'outside_eu'",
    "EECO14": "foreign_origin = 'yes'",
    "EECO15": "minority = 'yes'",
    "EECO16": "homeless = 'yes'",
    "EECO17": "degurba = 3",
    "EECR01": "seeking AND labour_status <> 'unemployed' AND age >= 18",
    "EECR02": f"learning AND NOT {LEARNS}",
    "EECR03": "qualified",
    "EECR04": "employed AND labour_status <> 'employed' AND age >= 18",
}
WAITS = {
    "EECR01": "(seeking_told OR unasked) AND labour_status <> 'unemployed' AND age >= 18",
    "EECR02": f"(learning_told OR unasked) AND NOT {LEARNS}",
    "EECR03": "(qualified_told OR unasked)",
    "EECR04": "(employed_told OR unasked) AND labour_status <> 'employed' AND age >= 18",
}
MARKS = """INSERT INTO activities_attendance (session_id, participation_id, mark, minutes)
SELECT %s, id, 'present', 120 FROM participation_participation WHERE edition_id = %s"""


def measure() -> Iterator[Row]:
    edition = an_edition_of_many()
    mark_everybody(edition)
    asked = [one for one in common(period_of(edition.regime)) if not one.by_hand]
    product, by_hand = partial(of_product, edition, asked), partial(written_by_hand, edition)
    if product() != by_hand():
        raise RuntimeError("The matrix and the SQL written by hand say different numbers")
    floor = timed(by_hand)
    yield Row("matrix", f"{SIZE:,} people, {SIZE * SESSIONS:,} marks", timed(product), floor, AS_BY_HAND)


def of_product(edition: Edition, asked: Sequence[Measure]) -> list[int]:
    found = figures(asked, edition=edition, on=today())
    return [
        number
        for key in COUNTS
        for number in (found[key].women, found[key].men, found[key].total, found[key].waiting)
    ]


def written_by_hand(edition: Edition) -> list[int]:
    text = files(__package__).joinpath("matrix.sql").read_text("utf-8")
    sums = ", ".join(one for key in COUNTS for one in sums_of(key))
    statement = f"SET LOCAL enable_sort = off; {text.replace('{sums}', sums)}"
    with connection.cursor() as cursor:
        cursor.execute(statement, {"edition": edition.pk})
        cursor.nextset()
        return list(cursor.fetchone())


def sums_of(key: str) -> list[str]:
    counts = COUNTS[key]
    waits = f"({WAITS.get(key, 'FALSE')}) AND ({counts}) IS NOT TRUE"
    conditions = (f"sex = 'woman' AND ({counts})", f"sex = 'man' AND ({counts})", counts, waits)
    return [f"COALESCE(sum(number) FILTER (WHERE {one}), 0)::bigint" for one in conditions]


def mark_everybody(edition: Edition) -> None:
    support = Support.objects.filter(edition=edition).order_by("position")[0]
    offer = Offer.objects.create(edition=edition, key="marks", title="Marks", support=support)
    group = Group.objects.create(
        edition=edition, key="marks", kind=GroupKind.GROUP, title="Marks", offer=offer
    )
    activity = Activity.objects.create(
        edition=edition, kind=ActivityKind.GROUP, group=group, offer=offer, support=support
    )
    with connection.cursor() as cursor:
        for week in range(SESSIONS):
            starts = FIRST_AT + timedelta(weeks=week)
            session = Session.objects.create(
                activity=activity, starts_at=starts, ends_at=starts + LASTS, first_planned_for=starts
            )
            cursor.execute(MARKS, [session.pk, edition.pk])
        cursor.execute("VACUUM ANALYZE activities_attendance")
