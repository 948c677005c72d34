"""When the register of a session may be written."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kladka.activities.errors import (
    AfterEdition,
    BeforeEdition,
    EndsBeforeItStarts,
    RegisterClosed,
    RegisterNotYetOpen,
    SessionCancelled,
    TooLong,
)
from kladka.programmes.rules import Period

# People come before the hour, and the trainer ticks them at the door.
OPENS_BEFORE = timedelta(minutes=30)
LONGEST = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Register:
    """What decides whether marks may be written."""

    starts_at: datetime
    day: date
    closed_at: datetime | None = None
    cancelled: bool = False


def check_day_is_in_edition(day: date, edition: Period) -> None:
    """Raise BeforeEdition or AfterEdition; an unknown end refuses nothing."""
    if edition.first_day and day < edition.first_day:
        raise BeforeEdition(first_day=edition.first_day)
    if edition.last_day and day > edition.last_day:
        raise AfterEdition(last_day=edition.last_day)


def check_register_is_open(register: Register, edition: Period, *, now: datetime, reason: str = "") -> None:
    """Marks are written from half an hour before the session until the register closes; then with a reason.

    Raises SessionCancelled, BeforeEdition, AfterEdition, RegisterNotYetOpen, RegisterClosed.
    """
    if register.cancelled:
        raise SessionCancelled
    check_day_is_in_edition(register.day, edition)
    opens_at = register.starts_at - OPENS_BEFORE
    if now < opens_at:
        raise RegisterNotYetOpen(opens_at=opens_at)
    if register.closed_at and not reason.strip():
        raise RegisterClosed(closed_at=register.closed_at)


def check_hours(starts_at: datetime, ends_at: datetime) -> None:
    """Raise EndsBeforeItStarts or TooLong."""
    if ends_at <= starts_at:
        raise EndsBeforeItStarts
    if ends_at - starts_at > LONGEST:
        raise TooLong


def minutes_between(starts_at: datetime, ends_at: datetime) -> int:
    """Length of a session in clock minutes; two aware moments, so a night of the clock change is right."""
    return int((ends_at - starts_at).total_seconds()) // 60
