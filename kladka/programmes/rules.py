"""Values as they were published: a date may be a month, a number may be a lower bound.

Nothing here is made more exact than it was: `PartialDate("2018-02")` has a first and a last possible day, and no day.
"""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kladka.programmes.choices import Precision, Relation

_PARTS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, by its first possible day."""

    first_day: date
    precision: Precision = Precision.DAY

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """From `2018`, `2018-02` or `2018-02-01`. Raises ValueError."""
        found = _PARTS.fullmatch(text)
        if found is None:
            raise ValueError(text)
        year, month, day = found.groups()
        precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        return cls(date(int(year), int(month or 1), int(day or 1)), precision)

    @classmethod
    def of(cls, first_day: date | None, precision: str) -> "PartialDate | None":
        """From the two columns of a row."""
        return cls(first_day, Precision(precision)) if first_day else None

    @property
    def last_day(self) -> date:
        """The last day it may mean."""
        first = self.first_day
        if self.precision == Precision.DAY:
            return first
        month = 12 if self.precision == Precision.YEAR else first.month
        return date(first.year, month, calendar.monthrange(first.year, month)[1])

    def __str__(self) -> str:
        length = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}[self.precision]
        return self.first_day.isoformat()[:length]


@dataclass(frozen=True, slots=True)
class Period:
    """When an edition runs; both its first and its last day are in, and either may be unknown."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    @classmethod
    def of_days(cls, first_day: date | None, last_day: date | None) -> "Period":
        return cls(PartialDate.of(first_day, Precision.DAY), PartialDate.of(last_day, Precision.DAY))

    @property
    def first_day(self) -> date | None:
        """The first day on which anything of it may happen."""
        return self.start.first_day if self.start else None

    @property
    def last_day(self) -> date | None:
        return self.end.last_day if self.end else None


@dataclass(frozen=True, slots=True)
class Moved:
    """What an amendment changed of the period, and when it was signed."""

    signed: PartialDate | None
    period: Period

    def holds_on(self, day: date | None) -> bool:
        return is_signed_by(self.signed, day)


def is_signed_by(signed: PartialDate | None, day: date | None) -> bool:
    """Whether what was signed then holds on a day: an unknown signature on every day, all where no day is asked."""
    return day is None or signed is None or signed.first_day <= day


def in_force(agreed: Period, amended: Iterable[Moved], *, on: date | None = None) -> Period:
    """The period after the amendments signed by a day, or after all of them; the last that moves an end decides."""
    period = agreed
    for one in amended:
        if one.holds_on(on):
            period = Period(one.period.start or period.start, one.period.end or period.end)
    return period


@dataclass(frozen=True, slots=True)
class Count:
    """A number of persons or things, and how it stands to the true one."""

    number: int
    relation: Relation = Relation.EXACTLY

    @property
    def is_exact(self) -> bool:
        return self.relation == Relation.EXACTLY


@dataclass(frozen=True, slots=True)
class Amount:
    """Money without its currency; one that is not exact takes part in no sum."""

    value: Decimal
    relation: Relation = Relation.EXACTLY

    @property
    def is_exact(self) -> bool:
        return self.relation == Relation.EXACTLY


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts, in months or in the published words; at least one is there."""

    months: int | None = None
    words: str = ""
