"""What can be counted and how, as dated data (`measures.toml`). Plain Python.

A measure is a named predicate: conditions on the entry, outcomes on leaving, or a value entered by hand.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

LISTS = frozenset(
    {
        "labour_status",
        "labour_detail",
        "education",
        "citizenship",
        "foreign_origin",
        "minority",
        "has_disability",
        "other_disadvantage",
        "homeless",
        "support",
    }
)
NUMBERS = frozenset({"age_from", "age_to", "degurba"})
FACTS = frozenset({"learning"})
OUTCOMES = ("seeking", "learning", "qualified", "employed", "improved", "completed")
KINDS = frozenset({"participant", "environment"})

Value = tuple[str, ...] | int | bool
Condition = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Measure:
    """One countable thing; `any` are alternatives, inside one all conditions hold."""

    key: str
    kind: str
    unit: str
    period: str
    titles: Mapping[str, str]
    any: tuple[Condition, ...] = ()
    outcomes: tuple[str, ...] = ()
    counts_kind: str = "participant"
    by_hand: bool = False

    def title(self, language: str) -> str:
        return self.titles.get(language, self.titles["en"])

    @property
    def code(self) -> str:
        """The code of the regulation; our own measures have none until somebody enters one."""
        return self.key if self.key.isupper() else ""


@dataclass(frozen=True, slots=True)
class Window:
    """How long after the end an outcome may be seen, and from which age some outcomes count."""

    valid_from: date
    result_days: int
    of_age: int


class BadCatalogue(ValueError):  # noqa: N818 - named for what is wrong
    """The shipped data name something that the ledger cannot count."""


@cache
def document() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("measures.toml").read_text("utf-8"))


@cache
def measures() -> Mapping[str, Measure]:
    """Every measure by its key."""
    every = [measure(row) for row in document()["measures"]]
    if len({one.key for one in every}) != len(every):
        raise BadCatalogue("two measures have one key")
    return {one.key: one for one in every}


def measure(row: Mapping[str, Any]) -> Measure:
    """A measure of the data. Raises BadCatalogue for a condition that no column answers."""
    outcomes, kind = tuple(row.get("outcomes", ())), row.get("counts_kind", "participant")
    if not {*outcomes} <= {*OUTCOMES} or kind not in KINDS:
        raise BadCatalogue(row["key"])
    return Measure(
        key=row["key"],
        kind=row["kind"],
        unit=row.get("unit", "persons"),
        period=row.get("period", ""),
        titles=row["title"],
        any=tuple(condition(one) for one in row.get("any", ())),
        outcomes=outcomes,
        counts_kind=kind,
        by_hand=row.get("by_hand", False),
    )


def condition(row: Mapping[str, Any]) -> Condition:
    if unknown := row.keys() - LISTS - NUMBERS - FACTS:
        raise BadCatalogue(", ".join(sorted(unknown)))
    return {name: tuple(value) if name in LISTS else value for name, value in row.items()}


def common(period: str) -> tuple[Measure, ...]:
    """The common indicators of a programming period that persons tell."""
    return tuple(one for one in measures().values() if one.period == period and not one.by_hand)


def period_of(regime: str) -> str:
    """The programming period of a regime ("pl-2021-2027" → "2021-2027"); empty where none is known."""
    known: Mapping[str, str] = document()["regimes"]
    return next((period for start, period in known.items() if regime.startswith(start)), "")


def named(keys: Iterable[str]) -> tuple[Measure, ...]:
    """The measures of these keys, in their order; unknown keys are left to whoever counts by hand."""
    return tuple(measures()[key] for key in keys if key in measures())


def window(on: date) -> Window:
    """The rules in force on a day."""
    every = [Window(**row) for row in document()["windows"]]
    return max((one for one in every if one.valid_from <= on), key=lambda one: one.valid_from)
