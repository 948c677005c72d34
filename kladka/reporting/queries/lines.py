"""Every line of an edition's file, finished, in one SQL statement; beside it whether its last verdict still holds."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import md5
from importlib.resources import files as resources
from itertools import groupby
from typing import Any, NamedTuple

from django.db import connection

from kladka.municipalities.queries import degurba, territory
from kladka.participation.models import EntrySnapshot
from kladka.programmes.models import Edition, Support
from kladka.reporting.layouts import Layout
from kladka.reporting.lines import ORDER
from kladka.reporting.queries.background import excluded_statuses


@dataclass(frozen=True, slots=True)
class Said:
    """A code in the words of the layout. A comparison with each is quicker than a look into JSON, as words are few."""

    words: str
    code: str


@dataclass(frozen=True, slots=True)
class Always:
    """The same in every line; neighbours become one."""

    value: str


EMPTY = Always("''")
YES_OR_NO = "CASE WHEN {0} THEN 'yes' WHEN NOT {0} THEN 'no' END"
QUOTE, TO_QUOTE = '"', frozenset(';"\r\n')
TERRITORY = ("country", "voivodeship", "county", "municipality")
PATHWAY = ("support_scope", "support_kind", "support_detail")
# What each column is read from; a column that is not here stays empty.
CELLS: Mapping[str, str | Said | Always] = {
    "project_number": Always("%(project)s"),
    "citizenship": Said("citizenship", "s.citizenship"),
    "participant_kind": Always("%(individual)s"),
    "first_name": "h.first_name",
    "last_name": "h.last_name",
    "pesel": "COALESCE(h.pesel, h.identifier)",
    "no_pesel": Said("yes_no", YES_OR_NO.format("(h.pesel IS NULL)")),
    "technical_id": "part.technical_id",
    "sex": Said("sex", "s.sex"),
    "age_at_entry": "s.age::text",
    "education_level": Said("education_level", "s.education"),
    "locality": "s.locality",
    "postcode": "s.postcode",
    "degurba": "COALESCE(s.degurba::text, %(degurba)s::jsonb ->> s.municipality_code)",
    "phone": "phone.value",
    "email": "email.value",
    "start_date": "part.started_on::text",
    "end_date": "part.ended_on::text",
    "labour_status": Said("labour_status", "s.labour_status"),
    "education_planned_end": "s.education_planned_end::text",
    "situation_at_exit": Said("situation_at_exit", "result.situation"),
    "path_completed": Said("yes_no", YES_OR_NO.format("x.path_completed")),
    "support_start": "given.starts",
    "foreign_origin": Said("flag", "t.foreign_origin"),
    "third_country_national": Said("yes_no", YES_OR_NO.format("(s.citizenship = 'outside_eu')")),
    "minority": Said("flag", "t.minority"),
    "homeless": Said("flag", "t.homeless"),
    "has_disability": Said("flag", "t.has_disability"),
    "remarks": "part.remark",
}
# Neighbours that are worked out together: by the municipality, and by the sequence of supports.
TOGETHER: Mapping[tuple[str, ...], str] = {
    TERRITORY: "COALESCE(%(territory)s::jsonb ->> s.municipality_code, %(nowhere)s)",
    PATHWAY: "COALESCE(pathway.cells, ';;')",
}
# Only these are people's own words: they may hold a semicolon, a quotation mark or a line break.
FREE = frozenset(
    {
        "first_name", "last_name", "pesel", "technical_id", "locality", "postcode", "phone", "email", "remarks",
    }
)  # fmt: skip
# What a spreadsheet would compute stays text for it; a telephone number may begin with a plus.
GUARDED = """CASE WHEN {0} ~ '^([=@\t]|[+-](?![0-9 ]*$))' THEN concat('''', {0}) ELSE {0} END"""
QUOTED = """CASE WHEN {0} ~ '[;"\r\n]' THEN '"' || replace({0}, '"', '""') || '"' ELSE {0} END"""


class Written(NamedTuple):
    """One line as text without its end, and the last verdict if it still holds."""

    participation_id: int
    text: str
    fingerprint: str
    is_sound: bool | None


def written_lines(edition: Edition, layout: Layout, *, on: date, block: int) -> Iterator[list[Written]]:
    """The lines of everybody who has started by this day, in the order of their numbers, so many at a time.

    Inside a transaction: the server keeps the rest.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SET LOCAL work_mem = '64MB'"
        )  # else a hundred thousand lines are joined and sorted on disk
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement(layout), values(edition, layout, on))
        while rows := cursor.fetchmany(block):
            yield [Written._make(row) for row in rows]


def statement(layout: Layout) -> str:
    """Two ways to write a line: nearly none has a cell that must be quoted."""
    plain = {name: cell_of(name, layout) for name in ORDER}
    quoted = {
        name: QUOTED.format(GUARDED.format(cell)) if name in FREE else cell for name, cell in plain.items()
    }
    text = resources(__package__).joinpath("lines.sql").read_text("utf-8")
    for name in ("kinds", "details"):
        text = text.replace(f"{{{name}}}", QUOTED.format(name))
    for mark, cells in (("{plain}", plain), ("{quoted}", quoted)):
        text = text.replace(mark, ", ".join(parts_of(cells)))
    return text.replace("{free}", ", ".join(str(plain[name]) for name in ORDER if name in FREE))


def cell_of(name: str, layout: Layout) -> str | Always:
    """Where the column is read from, in SQL."""
    if name == "labour_status_detail":
        by_status = ((status, chosen("s.labour_detail", words)) for status, words in layout.details.items())
        return f"CASE s.labour_status {whens(by_status)} END"
    cell = CELLS.get(name, EMPTY)
    return chosen(cell.code, layout.words[cell.words]) if isinstance(cell, Said) else cell


def parts_of(cells: Mapping[str, str | Always]) -> Iterator[str]:
    """The line in as few parts as there can be: each costs, and there are a hundred thousand lines."""
    together = {columns[0]: part for columns, part in TOGETHER.items()}
    inside = {name for columns in TOGETHER for name in columns[1:]}
    own = [(together.get(name), cell) for name, cell in cells.items() if name not in inside]
    for always, run in groupby(own, key=lambda one: one[0] is None and isinstance(one[1], Always)):
        if always:
            yield " || ';' || ".join(cell.value for _part, cell in run if isinstance(cell, Always))
        else:
            yield from (part or f"COALESCE({cell}, '')" for part, cell in run)


def chosen(code: str, words: Mapping[str, str]) -> str:
    """The word for a code, as a cell of the file."""
    return f"CASE {code} {whens((key, literal(as_cell(word))) for key, word in words.items())} END"


def whens(choices: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"WHEN {literal(key)} THEN {value}" for key, value in choices)


def literal(text: str) -> str:
    """In a statement that takes values."""
    return "'{}'".format(text.replace("'", "''").replace("%", "%%"))


def values(edition: Edition, layout: Layout, on: date) -> dict[str, Any]:
    """What the statement is told: the words of the layout, the places, the supports of the edition."""
    places = places_of(edition, on)
    period = edition.period_on(on)
    country = layout.words["country"]["poland"]
    voivodeships = layout.words["voivodeship"]
    territories = {
        code: row((country, voivodeships.get(code[:2], ""), one["county"], one["municipality"]))
        for code, one in places.items()
    }
    closed_to = sorted(excluded_statuses(edition, on=on))
    rules = (layout.version, period.first_day, period.last_day, places, layout.thresholds, closed_to)
    return {
        "edition": edition.pk,
        "on": on,
        "project": as_cell(edition.agreement_number),
        "individual": as_cell(layout.words["participant_kind"]["individual"]),
        "territory": json.dumps(territories),
        "nowhere": row((country, "", "", "")),
        "degurba": json.dumps({code: one["degurba"] for code, one in places.items()}),
        "situations": list(layout.words["situation_at_exit"]),
        "services": json.dumps(services_of(edition, layout)),
        "result_days": layout.thresholds["result_days"],
        "rules": md5(str(rules).encode(), usedforsecurity=False).hexdigest(),
    }


def row(words: Iterable[str]) -> str:
    """Neighbouring cells of the file."""
    return ";".join(map(as_cell, words))


def as_cell(word: str) -> str:
    return f'"{word.replace(QUOTE, 2 * QUOTE)}"' if TO_QUOTE & set(word) else word


def places_of(edition: Edition, on: date) -> dict[str, dict[str, str]]:
    """The names and the kind of area of every municipality that somebody of the edition comes from."""
    codes = EntrySnapshot.objects.filter(participation__edition=edition, replaced_at=None).exclude(
        municipality_code=""
    )
    return {
        code: {**asdict(territory(code, on=on)), "degurba": degurba(code, on=on)}
        for code in sorted(set(codes.order_by().values_list("municipality_code", flat=True).distinct()))
    }


def services_of(edition: Edition, layout: Layout) -> dict[str, list[str]]:
    """Kind and detail in the dictionary of the call, for each support of the edition."""
    supports = Support.objects.filter(edition=edition).values_list("pk", "service", "scope")
    return {str(pk): list(layout.service(service, scope)) for pk, service, scope in supports}
