"""Which figures a definition publishes, and whether what is reached keeps them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from operator import eq, ge, gt, le, lt
from typing import Any

from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import Record
from kladka.definitions.format.results import Figure
from kladka.definitions.sections import SECTIONS
from kladka.programmes.choices import FigureKind, Relation
from kladka.programmes.rules import Amount, Count

Number = int | Decimal
RULES = frozenset({"offers", "rounds", "budget_lines"})  # limits and prices: nobody reaches them
RULES_OF_ROWS = frozenset({"fee", "limit", "smallest_group"})
KEEPS: dict[Relation, Callable[[Any, Any], bool]] = {
    Relation.EXACTLY: eq,
    Relation.AT_LEAST: ge,
    Relation.OVER: gt,
    Relation.AT_MOST: le,
    Relation.UNDER: lt,
}


@dataclass(frozen=True)
class Published:
    """One number of one row of a definition, as it was published."""

    section: str
    row: Any  # of the class that the table has
    field: str
    number: Number
    relation: Relation

    @property
    def fact(self) -> str:
        """Where it stands in the programme's file: `targets.persons.women`."""
        return f"{self.section}.{self.row.key}.{self.field}"

    @property
    def is_promised(self) -> bool:
        """A promised number is kept by more than it says; money, and what was told as a fact, must come out exactly."""
        is_told = isinstance(self.row, Figure) and self.row.kind != FigureKind.PLANNED_EFFECT
        return isinstance(self.number, int) and not is_told

    def holds(self, reached: Number | None) -> bool | None:
        """None while nothing is reached that could be compared, and where only "about" was published."""
        if reached is None or self.relation == Relation.ABOUT:
            return None
        kept = ge if self.is_promised and self.relation == Relation.EXACTLY else KEEPS[self.relation]
        return kept(reached, self.number)


@dataclass(frozen=True)
class Row:
    """A published figure and what the records hold of it; both None where a later issue reaches it."""

    programme: str
    published: Published
    reached: Number | None

    @property
    def holds(self) -> bool | None:
        return self.published.holds(self.reached)

    def for_machines(self) -> dict[str, object]:
        """Persons and things are numbers; money and per cent are written as in the file, as text."""
        return {
            "programme": self.programme,
            "fact": self.published.fact,
            "published": _written(self.published.number),
            "reached": _written(self.reached),
            "holds": self.holds,
        }


def published(defined: ProgrammeFile) -> Iterator[Published]:
    """Every count, amount and percentage of the definition that can be reached, in the order of the file."""
    for section in SECTIONS:
        if section not in RULES:
            for row in getattr(defined, section):
                yield from _of_row(section, row)


def _of_row(section: str, row: Record) -> Iterator[Published]:
    for field in type(row).model_fields:
        value = getattr(row, field)
        if field in RULES_OF_ROWS:
            continue
        if isinstance(value, Count):
            yield Published(section, row, field, value.number, value.relation)
        elif isinstance(value, Amount):
            yield Published(section, row, field, value.value, value.relation)
        elif isinstance(value, Decimal) and field.endswith("percent"):
            yield Published(section, row, field, value, Relation.EXACTLY)


def _written(number: Number | None) -> int | str | None:
    return str(number) if isinstance(number, Decimal) else number
