from datetime import date

import pytest

from kladka.portal.rules.months import Month, holiday_names


def test_a_month_knows_its_neighbours_over_the_new_year() -> None:
    december = Month(2022, 12)

    assert (december.before, december.after, december.last) == (
        Month(2022, 11),
        Month(2023, 1),
        date(2022, 12, 31),
    )


@pytest.mark.parametrize(
    ("month", "real"),
    [
        (Month(2022, 1), True),
        (Month(2022, 0), False),
        (Month(2022, 13), False),
        (Month(1999, 5), False),
        (Month(2100, 1), False),
    ],
)
def test_only_months_of_a_calendar_have_a_page(month: Month, real: bool) -> None:  # noqa: FBT001 - a table of cases
    assert month.is_real is real


def test_weeks_begin_on_monday_and_leave_other_months_empty() -> None:
    weeks = Month(2022, 6).weeks()

    assert weeks[0] == [None, None, *(date(2022, 6, day) for day in (1, 2, 3, 4, 5))]
    assert weeks[-1] == [*(date(2022, 6, day) for day in (27, 28, 29, 30)), None, None, None]


def test_february_of_a_leap_year_has_its_last_day() -> None:
    assert Month(2024, 2).last == date(2024, 2, 29)


def test_holidays_are_named_in_the_readers_language() -> None:
    june = Month(2022, 6)

    assert holiday_names(june, "pl")[date(2022, 6, 16)] == "Dzień Bożego Ciała"
    assert holiday_names(june, "en")[date(2022, 6, 16)] == "Corpus Christi"
    assert date(2022, 6, 16) in holiday_names(june, "uk")


def test_christmas_eve_is_a_holiday_since_2025() -> None:
    assert date(2024, 12, 24) not in holiday_names(Month(2024, 12), "pl")
    assert date(2025, 12, 24) in holiday_names(Month(2025, 12), "pl")
