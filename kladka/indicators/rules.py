"""What somebody lacks in order to count. Plain Python over a row of `standing`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kladka.indicators.catalogue import Condition, Measure

Row = Mapping[str, Any]
COLUMN = {"age_from": "age", "age_to": "age", "learning": "learns", "support": "scopes"}


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that would have to happen: `what` is support, trait, change, paper or follow_up; `of` says of what."""

    what: str
    of: str = ""
    due: date | None = None


def lacks(measure: Measure, row: Row) -> tuple[Lack, ...]:
    """Everything that stands between a person and a measure, in the order in which it can be mended."""
    return (*not_come(row), *unknown_traits(measure, row), *missing_results(measure, row))


def not_come(row: Row) -> Iterator[Lack]:
    if row["started_on"] is None:
        yield Lack("support")


def unknown_traits(measure: Measure, row: Row) -> Iterator[Lack]:
    """The answers that nobody gave, of those alternatives that can still hold; each once."""
    if row["started_on"] is None and not measure.any:
        return
    asked = (name for one in measure.any if may_hold(one, row) for name in one)
    for column in dict.fromkeys(COLUMN.get(name, name) for name in asked):
        if row[column] is None:
            yield Lack("trait", "labour_detail" if column == "learns" else column)


def may_hold(condition: Condition, row: Row) -> bool:
    """Whether no known answer speaks against it."""
    return not any(is_against(name, value, row) for name, value in condition.items())


def is_against(name: str, value: Any, row: Row) -> bool:
    known = row[COLUMN.get(name, name)]
    if known is None:
        return False
    if name == "age_from":
        return bool(known < value)
    if name == "age_to":
        return bool(known > value)
    if name in ("degurba", "learning"):
        return bool(known != value)
    return not set(known) & set(value) if name == "support" else known not in value


def missing_results(measure: Measure, row: Row) -> Iterator[Lack]:
    """A situation that was told and has no paper; else the question that was not asked yet."""
    told = [one for one in measure.outcomes if row.get(f"{one}_told") and not row.get(f"{one}_proven")]
    for one in told:
        yield Lack("paper", one)
    if measure.outcomes and not told and row["unasked"]:
        yield Lack("follow_up", due=row["due_on"])
