"""A town's own list of 100,000 people, read in with all rules checked, against a COPY of the finished rows.

Reading the file stands beside it and is taken off: the design's limit is six times the COPY, plus reading. The floor
writes the same rows into the same tables with their indexes and constraints, in one transaction, after the import was
undone. What it leaves out: everything that finds out what the rows are.
"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from time import perf_counter
from typing import Any, BinaryIO

from django.db import transaction

from kladka.accounts.actions import system_user
from kladka.audit.models import Entry
from kladka.config.bench.records import born_and_numbered, names, planned
from kladka.config.bench.rows import Limit, Row
from kladka.core.clock import now
from kladka.imports.actions import import_sheet, undo_import
from kladka.imports.actions.importing import File
from kladka.imports.models import Import
from kladka.imports.reading import read
from kladka.municipalities.tenancy import connection
from kladka.programmes.models import Edition, Programme

SIZE = 100_000
SIX_TIMES = Limit(times=6)
KEY = "bench"
HEADER = (
    "Lp.;Nazwisko i imię;PESEL;Adres zamieszkania;Telefon;E-mail;Wykształcenie;Status na rynku pracy;w tym;"
    "Niepełnosprawność;Bezdomność;Mniejszość;Obce pochodzenie;Wsparcie;Data wsparcia\r\n"
)
STATUSES = (
    ("bezrobotny/a", "Inne"),
    ("BIERNA ZAWODOWO", "osoba nieuczestnicząca w kształceniu lub szkoleniu"),
    ("pracujący", "Inne"),
)
EDUCATION = ("podstawowe", "średnie", "Wyższe (ISCED 5-8)", "policealne")
FIRST_DAY = date(2024, 3, 4)
IN_PEOPLE = "person_id IN (SELECT person_id FROM taken)"
IN_TAKEN = "participation_id IN (SELECT id FROM taken)"
# What an import writes, in an order in which it can be written again.
TABLES = {
    "people_person": "id IN (SELECT person_id FROM taken)",
    "people_contact": IN_PEOPLE,
    "people_personaddress": IN_PEOPLE,
    "people_sensitivetraits": IN_PEOPLE,
    "people_involvement": IN_PEOPLE,
    "participation_participation": "id IN (SELECT id FROM taken)",
    "participation_agreement": IN_TAKEN,
    "participation_entrydeclaration": IN_TAKEN,
    "participation_entrysnapshot": IN_TAKEN,
    "participation_entrytraits": f"snapshot_id IN (SELECT id FROM participation_entrysnapshot WHERE {IN_TAKEN})",  # noqa: S608 - our own words
    "participation_supportreceived": IN_TAKEN,
    "imports_importedrow": IN_TAKEN,
}


@dataclass(frozen=True)
class Finished:
    """The rows of one table, as COPY says them."""

    table: str
    rows: bytes


def measure() -> Iterator[Row]:
    edition = edition_of_bench()
    size = f"{SIZE:,} rows"
    with tempfile.TemporaryFile() as file:
        write(file)
        reading = taken(lambda: sum(1 for _ in read(file, name="lista.csv")))
        before = Entry.objects.count()
        whole = taken(lambda: import_everybody(edition, file))
    entries = Entry.objects.count() - before
    made = Import.objects.latest("pk")
    rows = finished(made)
    undoing = taken(lambda: undo_import(made=made, by=system_user(), at=now()))
    vacuum()
    floor = taken(lambda: copy_again(rows))
    yield Row("import: reading", size, reading, floor)
    yield Row(f"import: {entries} entry", size, whole - reading, floor, SIX_TIMES)
    yield Row("import: undone", size, undoing, floor)


def edition_of_bench() -> Edition:
    """Beside the people of other benches, in an edition of its own."""
    known = Programme.objects.filter(key=KEY).first()
    edition = Edition.objects.filter(programme=known, key="first").first() if known else planned()
    if edition is None:
        raise RuntimeError(KEY)
    return edition


def write(file: BinaryIO) -> None:
    random = Random(9)  # noqa: S311 - seeded, so that two runs measure the same
    women, men, surnames = list(names(random, 150)), list(names(random, 150)), list(names(random, 20_000))
    streets = list(names(random, 300))
    file.write(HEADER.encode())
    for number in range(SIZE):
        is_woman = number % 5 < 3  # noqa: PLR2004 - three of five
        _born, pesel = born_and_numbered(number + SIZE, is_woman=is_woman)
        who = f"{random.choice(surnames)} {random.choice(women if is_woman else men)}"
        status, detail = STATUSES[number % 3]
        home = f"ul. {random.choice(streets)} {number % 40 + 1}, 99-999 Przykładowo"
        day = FIRST_DAY + timedelta(days=number % 500)
        row = (
            str(number + 1), who, pesel, home, f"{600_000_000 + number}", f"osoba{number}@example.org",
            EDUCATION[number % 4], status, detail, "TAK" if number % 4 == 0 else "nie", "nie", "Nie", "nie",
            ("social", "educational", "vocational")[number % 3], f"{day:%d.%m.%Y}",
        )  # fmt: skip
        file.write(f"{';'.join(row)}\r\n".encode())
    file.flush()


def import_everybody(edition: Edition, file: BinaryIO) -> None:
    """Raises RuntimeError where a row is refused: nothing would be measured."""
    sheet = File(file=file, name="lista.csv")
    _made, outcome = import_sheet(edition=edition, sheet=sheet, only_good=False, by=system_user(), at=now())
    if outcome.new != SIZE:
        raise RuntimeError(f"{outcome.new} of {SIZE}: {outcome.problems[:3]}")


def finished(made: Import) -> list[Finished]:
    taken_in = (
        "WITH taken AS (SELECT p.id, p.person_id FROM participation_participation p JOIN imports_importedrow r"  # noqa: S608 - our own words
        f" ON r.participation_id = p.id WHERE r.whole_id = {made.pk})"
    )
    with connection.cursor() as cursor:
        return [
            Finished(table, out(cursor, f"COPY ({taken_in} SELECT * FROM {table} WHERE {which}) TO STDOUT"))  # noqa: S608 - our own words
            for table, which in TABLES.items()
        ]


def out(cursor: Any, statement: str) -> bytes:
    with cursor.copy(statement) as copy:
        return b"".join(bytes(piece) for piece in copy)


@transaction.atomic
def copy_again(rows: list[Finished]) -> None:
    with connection.cursor() as cursor:
        for one in rows:
            with cursor.copy(f"COPY {one.table} FROM STDIN") as copy:
                copy.write(one.rows)


def vacuum() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")


def taken(work: Callable[[], object]) -> float:
    """Once: a second time everybody would be known."""
    started = perf_counter()
    work()
    return perf_counter() - started
