"""A measure as a condition in SQL over the columns of the ledger's `standing` (see `ledger.py`). Plain Python.

An answer that nobody gave yet is NULL there, so a condition has three values: it holds, it does not, or it
would be known if somebody asked. The third makes "would count if …".
"""

from dataclasses import dataclass
from itertools import chain

from kladka.indicators.catalogue import Condition, Measure

BOUND = {"age_from": "age >= %s", "age_to": "age <= %s", "isced_from": "isced >= %s", "isced_to": "isced <= %s"}


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of SQL with the values of its placeholders."""

    text: str
    values: tuple[object, ...] = ()

    def __and__(self, other: "Fragment") -> "Fragment":
        return joined("AND", (self, other))


TRUE = Fragment("TRUE")


def joined(word: str, parts: tuple[Fragment, ...]) -> Fragment:
    text = f" {word} ".join(part.text for part in parts)
    return Fragment(f"({text})", tuple(chain.from_iterable(part.values for part in parts)))


def one_test(name: str, value: tuple[str, ...] | float) -> Fragment:
    if name in BOUND:
        return Fragment(BOUND[name], (value,))
    if name == "support":
        return Fragment("scopes && %s::varchar[]", (list(value),))  # type: ignore[arg-type]  # lists by the catalogue
    if name == "learning":
        return Fragment("learns" if value else "NOT learns")
    return Fragment(f"{name} = ANY(%s)", (list(value),))  # type: ignore[arg-type]


def all_of(condition: Condition) -> Fragment:
    return joined("AND", tuple(one_test(name, value) for name, value in condition.items()))


def entered(measure: Measure) -> Fragment:
    """Of the right kind, started, and with the traits at entry."""
    begun = Fragment("kind = %s AND started_on IS NOT NULL", (measure.counts_kind,))
    return begun & (joined("OR", tuple(map(all_of, measure.any))) if measure.any else TRUE)


def reached(measure: Measure) -> Fragment:
    if not measure.outcomes:
        return TRUE
    return joined("OR", tuple(Fragment(f"{one}_reached") for one in measure.outcomes))


def counted(measure: Measure) -> Fragment:
    """Whether a person counts: all is known and holds."""
    whole = entered(measure) & reached(measure)
    return Fragment(f"({whole.text} IS TRUE)", whole.values)


def waiting(measure: Measure) -> Fragment:
    """Whether a person would count if something more were known or done; never together with `counted`."""
    return Fragment("FALSE") if measure.by_hand else waiting_by(measure) & not_counted(measure)


def not_counted(measure: Measure) -> Fragment:
    whole = counted(measure)
    return Fragment(f"NOT {whole.text}", whole.values)


def waiting_by(measure: Measure) -> Fragment:
    traits = entered(measure)
    could = Fragment(f"{traits.text} IS NOT FALSE AND started_on IS NOT NULL", traits.values)
    if measure.outcomes:
        papers = joined("OR", tuple(Fragment(f"{one}_waits") for one in measure.outcomes))
        return could & Fragment(f"{papers.text} IS TRUE")
    unanswered = Fragment(f"{traits.text} IS NULL AND started_on IS NOT NULL", traits.values)
    if measure.any:
        return unanswered
    return Fragment("(kind = %s AND started_on IS NULL)", (measure.counts_kind,))
