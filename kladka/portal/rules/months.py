"""Arithmetic of the calendar: months, weeks and public holidays. Plain Python."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Self

import holidays

FIRST_YEAR, LAST_YEAR = 2000, 2099


@dataclass(frozen=True, order=True)
class Month:
    """One month of the calendar, as its address names it."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month)

    @property
    def is_real(self) -> bool:
        """Whether the portal has a page for it; other numbers in an address are "not there"."""
        return 1 <= self.number <= 12 and FIRST_YEAR <= self.year <= LAST_YEAR  # noqa: PLR2004 - months of a year

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """The last day, which still belongs to the month."""
        return self.after.first - timedelta(days=1)

    @property
    def before(self) -> "Month":
        return self.moved(-1)

    @property
    def after(self) -> "Month":
        return self.moved(1)

    def moved(self, months: int) -> "Month":
        year, index = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, index + 1)

    def weeks(self) -> list[list[date | None]]:
        """Weeks from Monday to Sunday; days of the neighbouring months are left empty."""
        return [
            [date(self.year, self.number, day) if day else None for day in week]
            for week in calendar.Calendar().monthdayscalendar(self.year, self.number)
        ]


@lru_cache(maxsize=64)
def holidays_of(year: int, country: str = "PL", language: str = "pl") -> Mapping[date, str]:
    """Public holidays of a year with names; a language the library lacks gives the country's own names."""
    spoken = {"en": "en_US"}.get(language, language)
    known = holidays.country_holidays(country, years=year)
    if spoken in known.supported_languages:
        known = holidays.country_holidays(country, years=year, language=spoken)
    return dict(known.items())


def holiday_names(month: Month, language: str) -> dict[date, str]:
    return {
        day: name
        for day, name in holidays_of(month.year, language=language).items()
        if month.first <= day <= month.last
    }
