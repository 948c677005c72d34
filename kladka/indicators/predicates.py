"""A measure as a condition in SQL over the columns of `standing.sql`. Plain Python.

An answer that nobody gave yet is NULL there, so a condition has three values: it holds, it does not, or it
would be known if somebody asked. The third makes "would count if …".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from kladka.indicators.catalogue import Condition, Measure, Value

NUMBER = {"age_from": "age >= %s", "age_to": "age <= %s", "degurba": "degurba = %s"}
COLUMN = {
    "age_from": "age",
    "age_to": "age",
    "learning": "learns",
    "support": "scopes",
}  # others have their own name


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of SQL with the values of its placeholders."""

    text: str
    values: tuple[Any, ...] = ()

    def __and__(self, other: "Fragment") -> "Fragment":
        return joined("AND", (self, other))


ALWAYS, NEVER = Fragment("TRUE"), Fragment("FALSE")
STARTED = Fragment("has_started")


def joined(word: str, parts: Iterable[Fragment]) -> Fragment:
    """Fragments with AND or OR between them; one alone stays as it is."""
    every = tuple(parts)
    if len(every) == 1:
        return every[0]
    text = f" {word} ".join(part.text for part in every)
    return Fragment(f"({text})", tuple(chain.from_iterable(part.values for part in every)))


def one_test(name: str, value: Value) -> Fragment:
    if name in NUMBER:
        return Fragment(NUMBER[name], (value,))
    if name == "learning":
        return Fragment("learns" if value else "NOT learns")
    wanted = list(value) if isinstance(value, tuple) else [value]
    if name == "support":
        return Fragment("scopes && %s::varchar[]", (wanted,))
    return Fragment(f"{name} = ANY(%s)", (wanted,))


def asked_columns(measures: Iterable[Measure]) -> list[str]:
    """The columns of `standing` on which any of these conditions looks."""
    every = list(measures)
    traits = {COLUMN.get(name, name) for one in every for condition in one.any for name in condition}
    outcomes = {
        f"{name}_{ending}" for one in every for name in one.outcomes for ending in ("reached", "waits")
    }
    return ["kind", "has_started", *sorted(traits | outcomes)]


def holds(condition: Condition) -> Fragment:
    return joined("AND", (one_test(name, value) for name, value in condition.items()))


def all_of(measure: Measure) -> Fragment:
    """The traits at entry that a measure asks for."""
    return joined("OR", map(holds, measure.any)) if measure.any else ALWAYS


def of_kind(measure: Measure) -> Fragment:
    return Fragment("kind = %s", (measure.counts_kind,))


def reached(measure: Measure, ending: str = "reached") -> Fragment:
    """The outcomes that a measure asks for; `waits` are those whose proof or date is still to come."""
    return joined("OR", (Fragment(f"{one}_{ending}") for one in measure.outcomes))


def counted(measure: Measure) -> Fragment:
    """Whether a participation counts: all is known, and holds."""
    if measure.by_hand:
        return NEVER
    parts = [of_kind(measure), STARTED, all_of(measure)]
    return joined("AND", [*parts, reached(measure)] if measure.outcomes else parts)


def waiting(measure: Measure) -> Fragment:
    """Whether a participation would count if something more were known or done; never one that counts."""
    if measure.by_hand:
        return NEVER
    whole = counted(measure)
    not_yet = Fragment(f"{whole.text} IS NOT TRUE", whole.values)
    return joined("AND", (of_kind(measure), not_yet, could_come(measure)))


def could_come(measure: Measure) -> Fragment:
    traits = all_of(measure)
    possible = Fragment(f"{traits.text} IS NOT FALSE", traits.values)
    if measure.outcomes:
        return joined("AND", (STARTED, possible, reached(measure, "waits")))
    return possible
