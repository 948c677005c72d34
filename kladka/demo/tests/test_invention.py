"""The people of the demo are possible, told apart, and the same every time."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.pl import pesel as checked

from kladka.demo import invention

DAY = date(2021, 3, 1)


@given(
    birth_date=st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    sex=st.sampled_from(["woman", "man"]),
    serial=st.integers(0, 4999),
)
def test_a_pesel_is_valid_and_says_birth_and_sex(birth_date: date, sex: invention.Sex, serial: int) -> None:
    number = invention.pesel(birth_date, sex, serial)

    assert checked.is_valid(number) or birth_date > date.today()  # noqa: DTZ011 - stdnum refuses the future
    assert int(number[9]) % 2 == (sex == "man")
    assert (int(number[:2]), int(number[4:6])) == (birth_date.year % 100, birth_date.day)


def test_the_same_seed_gives_the_same_people() -> None:
    first = list(invention.people("katowice", women=37, men=23, on=DAY))

    assert first == list(invention.people("katowice", women=37, men=23, on=DAY))
    assert [sum(one.sex == sex for one in first) for sex in ("woman", "man")] == [37, 23]
    assert len({one.pesel for one in first if one.pesel}) == 58


def test_a_birth_date_keeps_the_asked_age_to_the_day() -> None:
    ages = {
        DAY.year - one.birth_date.year - ((DAY.month, DAY.day) < (one.birth_date.month, one.birth_date.day))
        for one in invention.people("wiek", women=300, men=300, on=DAY, youngest=18, oldest=29)
    }

    assert ages == set(range(18, 30))


@pytest.mark.parametrize(
    ("adjective", "woman"), [("Ćwikłowy", "Ćwikłowa"), ("Волошковий", "Волошкова"), ("Błękitny", "Błękitna")]
)
def test_a_woman_has_a_womans_surname(adjective: str, woman: str) -> None:
    assert invention.surname_of(adjective, "woman") == woman
