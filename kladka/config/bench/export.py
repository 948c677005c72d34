"""The official file of 100,000 people, against writing the same bytes with `csv` from memory and one COPY out.

Everybody was checked before, as the verdicts are kept; how long the first checking takes stands beside it, without a limit.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from time import perf_counter

from kladka.accounts.actions import system_user
from kladka.config.bench.records import an_edition_of_many
from kladka.config.bench.rows import Limit, Row, timed
from kladka.core.clock import now
from kladka.municipalities.tenancy import connection
from kladka.programmes.models import Edition
from kladka.reporting.actions import Made, export_participants
from kladka.reporting.files import encoded
from kladka.reporting.models import Package

TWICE = Limit(times=2)
RUNS = 3


def measure() -> Iterator[Row]:
    edition = an_edition_of_many()
    started = perf_counter()
    made = exported(edition)
    first = perf_counter() - started
    rows = rows_of(made)
    size = f"{made.package.rows:,} people"
    floor = timed(lambda: encoded(rows), runs=RUNS) + copied_out(rows)
    yield Row("export: everybody checked", size, first, floor)
    yield Row("export", size, timed(lambda: exported(edition), runs=RUNS), floor, TWICE)


def exported(edition: Edition) -> Made:
    """Only the newest package is kept, so that each run finds the same tables."""
    Package.objects.all().delete()
    return export_participants(edition=edition, by=system_user(), at=now())


def rows_of(made: Made) -> list[list[str]]:
    text = StringIO(made.content.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=";"))


def copied_out(rows: Sequence[Sequence[str]]) -> float:
    """Of a table that holds the finished cells."""
    columns = ", ".join(f"cell{at} text" for at in range(len(rows[0])))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE finished ({columns})")
        with cursor.copy("COPY finished FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

        def out() -> int:
            with cursor.copy("COPY finished TO STDOUT") as copy:
                return sum(len(block) for block in copy)

        seconds = timed(out, runs=RUNS)
        cursor.execute("DROP TABLE finished")
    return seconds
