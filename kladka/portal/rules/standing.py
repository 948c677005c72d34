"""Whether a programme is planned, running or ended. Plain Python; nothing is made more exact than it was published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kladka.programmes.rules import PartialDate

MONTHS = 12


@dataclass(frozen=True)
class Term:
    """What was published of an edition's time."""

    starts: PartialDate | None = None
    ends: PartialDate | None = None
    months: int | None = None

    @property
    def last_day(self) -> date | None:
        """The last day on which it may still run; a length counts from the last day it may have started on."""
        if self.ends:
            return self.ends.last_day
        if self.starts and self.months:
            return later(self.starts.last_day, self.months)
        return None

    def state(self, today: date) -> str:
        """Planned, running, ended, or empty where nothing says so.

        One that ends "in December" runs to the last of December, one that starts "in February" from the first.
        """
        if self.last_day and today > self.last_day:
            return "ended"
        if self.starts and today < self.starts.first_day:
            return "planned"
        return "running" if self.starts or self.ends else ""


def later(day: date, months: int) -> date:
    """The last day of so many months from this day on."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    first_of_next = date(year + (month + 1) // MONTHS, (month + 1) % MONTHS + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), first_of_next - timedelta(days=1))


def standing_of(terms: Iterable[Term], *, today: date) -> str:
    """Of a programme with several editions: what runs tells, then what is planned, then what ended."""
    states = {term.state(today) for term in terms}
    return next((one for one in ("running", "planned", "ended") if one in states), "")
