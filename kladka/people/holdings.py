"""What the whole product holds of a person: which rows, how they meet when two records become one, what is exported.

The list itself stands in `config/holdings.py` and is found by name: nothing here may import what stands above.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from django.conf import settings
from django.db.models import Model, QuerySet
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.people.models import Person


class Changing(Protocol):
    """What writes a change down while it makes it (`actions/steps.py`)."""

    def change(self, row: Model, **values: object) -> None: ...
    def make(self, row: Model) -> None: ...


@dataclass(frozen=True, kw_only=True)
class Ending:
    """One row of two of which only one may go on has to end; who says so, and when."""

    row: Any
    by: "User"
    at: datetime
    steps: Changing


@dataclass(frozen=True, kw_only=True)
class Rivals:
    """Two rows of which only one may go on; the clerk chooses."""

    key: str
    title: str
    rows: tuple[Any, Any]

    def other_than(self, chosen: str) -> Any:
        return next(row for row in self.rows if str(row.pk) != chosen)

    def offers(self, chosen: str) -> bool:
        return chosen in {str(row.pk) for row in self.rows}


# What changes on a row of the record that goes, tried one after another, until it fits beside the rows that stay.
Fit = Callable[[Any, "Person"], Mapping[str, object]]
# What a row that stays takes over from one that does not fit.
Absorb = Callable[[Any, "Person", Changing], None]


@dataclass(frozen=True, kw_only=True)
class Holding:
    """One table in which something is said of a person, and by which way the person is named there."""

    model: type[Model]
    to: str = "person"
    fits: Sequence[Fit] = ()
    absorb: Absorb | None = None
    rivals: Callable[["Person", "Person"], Sequence[Rivals]] | None = None
    ends: Callable[[Ending], None] | None = None

    @property
    def moves(self) -> bool:
        """Whether the row itself names the person; what hangs from another row moves with that."""
        return "__" not in self.to

    def rows_of(self, person: "Person") -> QuerySet[Model]:
        return self.model._base_manager.filter(**{self.to: person}).order_by("pk")  # noqa: SLF001 - documented by Django

    @property
    def name(self) -> str:
        return self.model._meta.label  # noqa: SLF001 - documented by Django


Holdings = Mapping[str, Sequence[Holding]]


def holdings() -> Iterator[Holding]:
    """Every one, module after module."""
    table: Holdings = import_string(settings.HOLDINGS)
    for every in table.values():
        yield from every


def hang(way: str, *models: type[Model]) -> list[Holding]:
    """Rows that belong to a row of the person's, and so need nothing but to be named."""
    return [Holding(model=model, to=way) for model in models]
