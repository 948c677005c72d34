"""What a check looks at, and what it answers."""

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from kladka.reporting.layouts import Layout
from kladka.reporting.lines import Line


class Level(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong: by which rule, in which column, said by which sentence of `wording.py`."""

    rule: str
    field: str
    key: str
    level: Level = Level.ERROR
    values: dict[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What the record knows of a person beside the line; a line of a foreign file has none of it."""

    birth_date: date | None = None
    project_start: date | None = None
    project_end: date | None = None
    support_ends: tuple[date | None, ...] = ()
    excluded_statuses: frozenset[str] = frozenset()
    twins: int = 0
    occupation: str = ""
    employer: str = ""
    unemployed_since: date | None = None
    full_time_student: bool = False
    parental_leave_without_job: bool = False
    municipality_degurba: str = ""
    degurba_note: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One line to be checked, on a day, against a layout."""

    line: Line
    layout: Layout
    on: date
    background: Background = Background()

    def word(self, dictionary: str, code: str) -> str:
        return self.layout.words[dictionary][code]

    def says(self, name: str, dictionary: str, code: str) -> bool:
        """Whether a cell holds the layout's word for one of our codes."""
        return bool(getattr(self.line, name) == self.layout.words[dictionary].get(code))

    @property
    def status(self) -> str | None:
        """Our code of the labour status; None where the word is unknown."""
        return self.layout.code_of("labour_status", self.line.labour_status)

    @property
    def has_pesel(self) -> bool:
        return not self.says("no_pesel", "yes_no", "yes")


Check = Callable[[Case], Iterator[Finding]]


def shown(**values: Any) -> dict[str, str]:
    return {name: str(value) for name, value in values.items()}
