"""What the calendar shows on which day: events, moved and called-off ones, holidays."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from kladka.portal.rules.months import Month


@dataclass(frozen=True)
class Entry:
    """One thing a resident can come to, in the municipality's own time."""

    number: int
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    group: str = ""
    programme: str = ""
    programme_key: str = ""
    address: str = ""
    free_places: int | None = None
    needs_sign_up: bool = False
    is_open: bool = True  # else for the people of its group
    moved_from: date | None = None
    called_off: bool = False

    @property
    def day(self) -> date:
        return self.starts_at.date()

    @property
    def is_full(self) -> bool:
        return self.needs_sign_up and self.free_places == 0

    @property
    def was_elsewhere(self) -> bool:
        """Whether it stood on another day before: an hour moved within the day strikes nothing."""
        return self.moved_from is not None and self.moved_from != self.day


@dataclass(frozen=True)
class Day:
    """One cell of the month as a table."""

    date: date
    is_today: bool = False
    holiday: str = ""
    entries: Sequence[Entry] = field(default_factory=list)
    gone: Sequence[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Choice:
    """What the reader narrowed the calendar to; empty means all."""

    group: str = ""
    place: str = ""

    @property
    def narrows(self) -> bool:
        return bool(self.group or self.place)

    def holds(self, entry: Entry) -> bool:
        return self.group in ("", entry.group) and self.place in ("", entry.place)


def cells(
    month: Month, entries: Iterable[Entry], *, today: date, holidays: Mapping[date, str]
) -> list[list[Day | None]]:
    """The month as weeks of cells; an event that was moved away leaves its title, struck, on the old day."""
    listed = list(entries)
    return [
        [cell(day, listed, today=today, holidays=holidays) if day else None for day in week]
        for week in month.weeks()
    ]


def cell(day: date, entries: Sequence[Entry], *, today: date, holidays: Mapping[date, str]) -> Day:
    return Day(
        date=day,
        is_today=day == today,
        holiday=holidays.get(day, ""),
        entries=[one for one in entries if one.day == day],
        gone=[one for one in entries if one.was_elsewhere and one.moved_from == day],
    )


def ahead(entries: Iterable[Entry], *, today: date) -> list[Entry]:
    """Those still to come; an event of today stays until midnight."""
    return [one for one in entries if one.day >= today]


def behind(entries: Iterable[Entry], *, today: date) -> list[Entry]:
    return [one for one in entries if one.day < today]
