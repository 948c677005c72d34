"""One line of the file: forty-three cells as values, and back. Plain Python."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from itertools import zip_longest

PIPE = "|"
PIPED = ("support_scope", "support_kind", "support_detail", "support_start")
DATED = ("start_date", "end_date", "education_planned_end", "business_start", "added_on", "changed_on")
NUMBERED = ("age_at_entry",)
TIME = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
FORMATS = (
    (re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){TIME}"), (1, 2, 3)),
    (re.compile(rf"(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}}){TIME}"), (3, 2, 1)),
)


@dataclass(frozen=True, slots=True)
class SupportGiven:
    """One support of a person; in the file its four parts stand in four columns, between pipes."""

    scope: str = ""
    kind: str = ""
    detail: str = ""
    start: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person as the file says it: words of its dictionaries, days as days."""

    project_number: str = ""
    citizenship: str = ""
    participant_kind: str = ""
    institution_name: str = ""
    first_name: str = ""
    last_name: str = ""
    pesel: str = ""
    no_pesel: str = ""
    technical_id: str = ""
    sex: str = ""
    age_at_entry: int | None = None
    education_level: str = ""
    country: str = ""
    voivodeship: str = ""
    county: str = ""
    municipality: str = ""
    locality: str = ""
    postcode: str = ""
    degurba: str = ""
    phone: str = ""
    email: str = ""
    start_date: date | None = None
    end_date: date | None = None
    labour_status: str = ""
    labour_status_detail: str = ""
    education_planned_end: date | None = None
    situation_at_exit: str = ""
    path_completed: str = ""
    supports: tuple[SupportGiven, ...] = ()
    business_start: date | None = None
    foreign_origin: str = ""
    third_country_national: str = ""
    minority: str = ""
    homeless: str = ""
    has_disability: str = ""
    added_on: date | None = None
    added_by: str = ""
    changed_on: date | None = None
    changed_by: str = ""
    remarks: str = ""


ORDER = tuple(
    name for field in fields(Line) for name in (PIPED if field.name == "supports" else (field.name,))
)


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that is no value of its column: which one, what it says, what is wrong with it."""

    field: str
    text: str
    problem: str


def day(text: str) -> date | None:
    """2026-07-08, 08.07.2026, either with a time; empty is None. Raises ValueError."""
    if not text.strip():
        return None
    for pattern, order in FORMATS:
        if found := pattern.fullmatch(text.strip()):
            year, month, of_month = (int(found.group(part)) for part in order)
            return date(year, month, of_month)
    raise ValueError(text)


def said(value: date | int | str | None) -> str:
    """A value as the file writes it: ISO days, nothing for what is not known."""
    if isinstance(value, datetime):
        value = value.date()
    return "" if value is None else str(value)


def cells(line: Line) -> list[str]:
    """The forty-three cells of a line; an empty slot between pipes stays, so that the four lengths agree."""
    piped = {
        f"support_{part}": PIPE.join(said(getattr(one, part)) for one in line.supports)
        for part in ("scope", "kind", "detail", "start")
    }
    return [piped[name] if name in piped else said(getattr(line, name)) for name in ORDER]


def read_line(row: Sequence[str]) -> tuple[Line, tuple[BadCell, ...]]:
    """What a row of cells says, in the order of the file, and the cells that cannot be read.

    An unreadable cell is empty in the line and named in the second part. Raises ValueError where the row
    has not forty-three cells.
    """
    given = dict(zip(ORDER, (cell.strip() for cell in row), strict=True))
    bad: list[BadCell] = []
    supports = read_supports(given, bad)
    values = {name: read_cell(name, text, bad) for name, text in given.items() if name not in PIPED}
    return Line(supports=supports, **values), tuple(bad)  # type: ignore[arg-type]  # each cell by its column


def read_cell(name: str, text: str, bad: list[BadCell]) -> str | int | date | None:
    if name in DATED:
        return read_day(name, text, bad)
    if name not in NUMBERED:
        return text
    if text and not (text.isascii() and text.isdigit()):
        bad.append(BadCell(name, text, "not_a_number"))
        return None
    return int(text) if text else None


def read_day(name: str, text: str, bad: list[BadCell]) -> date | None:
    try:
        return day(text)
    except ValueError:
        bad.append(BadCell(name, text, "not_a_day"))
        return None


def read_supports(given: dict[str, str], bad: list[BadCell]) -> tuple[SupportGiven, ...]:
    """The four piped columns side by side; different lengths are named, an empty column is not."""
    parts = {name: given[name].split(PIPE) if given[name] else [] for name in PIPED}
    lengths = {len(part) for part in parts.values() if part}
    if len(lengths) > 1:
        bad.append(BadCell("support_start", given["support_start"], "pipes_differ"))
    return tuple(
        SupportGiven(scope, kind, detail, read_day("support_start", start, bad))
        for scope, kind, detail, start in zip_longest(*parts.values(), fillvalue="")
    )
