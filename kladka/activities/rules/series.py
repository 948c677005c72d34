"""From a weekly frame to the days of a series."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kladka.activities.errors import NothingInSeries

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Frame:
    """One weekly term: weekday 1 (Monday) to 7, local hours; an end not after it is on the next day.

    It may hold only in a part of the year; both its days are in.
    """

    weekday: int
    starts: time
    ends: time
    first_day: date | None = None
    last_day: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.first_day or day) <= day <= (self.last_day or day)


@dataclass(frozen=True, slots=True)
class Term:
    """One session to be planned."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Series:
    """The terms of a series in order, and the holidays that it left out."""

    terms: tuple[Term, ...]
    skipped: tuple[date, ...]


def term_on(day: date, frame: Frame, zone: ZoneInfo) -> Term:
    last_day = day if frame.ends > frame.starts else day + timedelta(days=1)
    return Term(
        datetime.combine(day, frame.starts, tzinfo=zone), datetime.combine(last_day, frame.ends, tzinfo=zone)
    )


def days_of(frame: Frame, first_day: date, last_day: date, every_weeks: int) -> Iterable[date]:
    """Days of a frame between two days, both in; the first week is the week of the first day."""
    monday = first_day - timedelta(days=first_day.isoweekday() - 1)
    day = monday + timedelta(days=frame.weekday - 1)
    while day <= last_day:
        if day >= first_day and frame.holds_on(day):
            yield day
        day += every_weeks * WEEK


def expand(
    frames: Sequence[Frame],
    *,
    first_day: date,
    last_day: date,
    holidays: Container[date],
    zone: ZoneInfo,
    every_weeks: int = 1,
) -> Series:
    """Every term between two days, both in. The hour stays the same on the wall when the clocks change.

    Raises NothingInSeries.
    """
    days = {(day, frame) for frame in frames for day in days_of(frame, first_day, last_day, every_weeks)}
    terms = [term_on(day, frame, zone) for day, frame in days if day not in holidays]
    if not terms:
        raise NothingInSeries
    skipped = {day for day, _frame in days if day in holidays}
    return Series(tuple(sorted(terms, key=lambda term: term.starts_at)), tuple(sorted(skipped)))
