"""The only place that reads the time. Views, jobs and commands ask here; actions and rules are told.

`KLADKA_CLOCK` (a date) sets the day on which a demo stands: the hour goes on, the day stays.
"""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """This moment, aware. In a demo with a set day: that day at the hour it is."""
    real = timezone.now()
    day: date | None = settings.CLOCK
    if day is None:
        return real
    local = timezone.localtime(real)
    return local.replace(year=day.year, month=day.month, day=day.day)


def today() -> date:
    """The calendar day in the municipality's time zone."""
    return timezone.localtime(now()).date()
