"""What sessions add up to for one person."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Total:
    """First and last day of presence, both in, and the minutes between them; no days where nothing was attended."""

    first_on: date | None = None
    last_on: date | None = None
    minutes: int = 0


NONE = Total()


def joined(one: Total, other: Total) -> Total:
    firsts = [day for day in (one.first_on, other.first_on) if day]
    lasts = [day for day in (one.last_on, other.last_on) if day]
    return Total(min(firsts, default=None), max(lasts, default=None), one.minutes + other.minutes)
