"""What an import answers: how many of each, and every problem with its cell, in words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kladka.imports.rules.judging import Fate, Judged
from kladka.imports.rules.mapping import SheetMap
from kladka.imports.wording import remedy_of, sentence_of
from kladka.reporting.layouts import Column, Layout
from kladka.reporting.rules import Finding, Level

MOST_WARNINGS = 1_000
MOST_WORDS = 60
WORDS_UNKNOWN = {"word_unknown": "", "support_unknown": "support"}


def one_of(one: Finding) -> tuple[str, str]:
    """The dictionary and the word that nobody knew."""
    return WORDS_UNKNOWN[one.key] or one.field, one.values["found"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One sentence about one cell, and what to write instead."""

    sheet: str
    row: int
    column: str
    letter: str
    field: str
    rule: str
    problem: str
    remedy: str
    said: str = ""

    @property
    def name(self) -> str:
        """Of its cell, in a form and as a place on a page."""
        return f"cell-{self.sheet}-{self.row}-{self.letter}"

    def for_machines(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("sheet", "row", "column", "rule", "problem", "remedy")}


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What would happen, or has happened. `problems` are why rows are refused; `warnings` come in with their rows."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    duplicate: int = 0
    refused: int = 0
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    warned: int = 0
    notes: list[str] = field(default_factory=list)
    mapping: SheetMap | None = None
    profile: str = ""
    is_written: bool = False
    unknown: dict[tuple[str, str], int] = field(default_factory=dict)

    def count(self, judged: Judged, problems: Iterator[tuple[Level, Problem]]) -> None:
        self.rows += 1
        setattr(self, judged.fate, getattr(self, judged.fate) + 1)
        for one in judged.found:
            if one.key in WORDS_UNKNOWN and (len(self.unknown) < MOST_WORDS or one_of(one) in self.unknown):
                self.unknown[one_of(one)] = self.unknown.get(one_of(one), 0) + 1
        for level, problem in problems:
            if level is Level.ERROR or problem.rule == "V05":
                self.problems.append(problem)
            else:
                self.warned += 1
                if len(self.warnings) < MOST_WARNINGS:
                    self.warnings.append(problem)

    def recount(self, judged: Judged, *, sheet: str) -> None:
        """A row that was to be changed and that the record refused."""
        self.changed, self.refused = self.changed - 1, self.refused + 1
        mapping = self.mapping or SheetMap()
        self.problems += [
            problem(one, judged.row.number, sheet=sheet, mapping=mapping, headers={}) for one in judged.found
        ]

    @property
    def good(self) -> int:
        """Rows that would write something."""
        return self.new + self.changed

    def for_machines(self) -> dict[str, Any]:
        counted = {name: getattr(self, name) for name in ("rows", *Fate)}
        return {**counted, "problems": [one.for_machines() for one in self.problems]}


def told(judged: Judged, *, sheet: str, mapping: SheetMap, layout: Layout) -> Iterator[tuple[Level, Problem]]:
    headers = headers_of(layout) if judged.found else {}
    for one in judged.found:
        if judged.fate is Fate.REFUSED and one.level is not Level.ERROR:
            continue
        yield one.level, problem(one, judged.row.number, sheet=sheet, mapping=mapping, headers=headers)


@cache
def official_headers(columns: tuple[Column, ...]) -> dict[str, str]:
    return {column.name: column.header for column in columns}


def headers_of(layout: Layout) -> dict[str, str]:
    return official_headers(layout.columns)


def problem(one: Finding, row: int, *, sheet: str, mapping: SheetMap, headers: dict[str, str]) -> Problem:
    name = place_of_field(one.field, mapping)
    return Problem(
        sheet=sheet,
        row=row,
        column=mapping.header_of(name) or headers.get(one.field, one.field),
        letter=mapping.letter_of(name),
        field=one.field,
        rule=one.rule,
        problem=sentence_of(one.key, one.values),
        remedy=remedy_of(one.key),
        said=one.values.get("found", ""),
    )


# What was cut out of one cell, or follows from another, is mended there.
FROM = {
    "first_name": ("full_name",),
    "last_name": ("full_name",),
    "postcode": ("address",),
    "locality": ("address",),
    "street": ("address",),
    "support_detail": ("support_kind",),
    "support_start": ("start_date",),
    "start_date": ("support_start",),
    "sex": ("pesel",),
    "no_pesel": ("pesel",),
    "age_at_entry": ("birth_date", "pesel"),
    "labour_status_detail": ("labour_status",),
    "third_country_national": ("citizenship",),
}


def place_of_field(name: str, mapping: SheetMap) -> str:
    """The field in whose column this is mended."""
    return next((one for one in (name, *FROM.get(name, ())) if mapping.at(one)), name)
