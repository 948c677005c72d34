"""What leaves the portal as a file: the calendar for telephones."""

from collections.abc import Iterable
from datetime import datetime

from icalendar import Calendar, Event

from kladka.portal.rules.calendar import Entry


def calendar_file(entries: Iterable[Entry], *, name: str, host: str, at: datetime, root: str) -> bytes:
    """All entries as iCal. A called-off one stays, marked, so that it leaves the telephones too.

    `root` is the address of the site, with which the address of an event begins.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Kladka//portal//PL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(as_event(entry, host=host, at=at, root=root))
    return bytes(calendar.to_ical())


def as_event(entry: Entry, *, host: str, at: datetime, root: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.number}@{host}")
    event.add("dtstamp", at)
    event.add("dtstart", entry.starts_at)
    event.add("dtend", entry.ends_at)
    event.add("summary", entry.title)
    event.add("url", f"{root}{entry.number}/")
    if place := ", ".join(part for part in (entry.place, entry.address) if part):
        event.add("location", place)
    if entry.called_off:
        event.add("status", "CANCELLED")
    return event
