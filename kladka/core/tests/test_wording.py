"""The words around numbers, days and money in three languages."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.translation import override

from kladka.core import wording

JUNE = date(2022, 6, 9)


def soft(words: str) -> str:
    """The same with usual spaces, so that a test can be read."""
    return words.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2011", "-")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kotlarza i Dąb, 24 czerwca, ul. Kotlarza", "Kotlarza i_Dąb, 24_czerwca, ul._Kotlarza"),
        ("i w domu, a z nim", "i_w_domu, a_z_nim"),
        ("939 717,45 zł na 12 godz.", "939_717,45_zł na 12_godz."),
        ("kino i taniec", "kino i_taniec"),
        ("9 червня о 17:00 у парку", "9_червня о_17:00 у_парку"),
        ("A new café", "A_new café"),
    ],
)
def test_small_words_and_numbers_do_not_end_a_line(text: str, said: str) -> None:
    assert wording.tidy(text).replace("\u00a0", "_") == said


def test_a_number_and_its_word_stay_together() -> None:
    assert wording.tidy("3-miesięczne staże") == "3\u2011miesięczne staże"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pl", ["9 czerwca 2022", "czwartek 9 czerwca", "czerwiec 2022", "cze", "12.05–17.00"]),
        ("en", ["9 June 2022", "Thursday 9 June", "June 2022", "Jun", "12:05–17:00"]),
        ("uk", ["9 червня 2022", "четвер 9 червня", "червень 2022", "черв.", "12:05–17:00"]),
    ],
)
def test_days_and_hours_follow_the_language(language: str, said: list[str]) -> None:
    with override(language):
        words = [
            wording.day(JUNE),
            wording.weekday_day(JUNE),
            wording.month(JUNE),
            wording.month_short(JUNE),
            wording.hours(time(12, 5), time(17)),
        ]
    assert [soft(one) for one in words] == said


def test_the_year_is_said_only_where_it_is_another_one() -> None:
    with override("pl"):
        said = [soft(wording.day_near(JUNE, day)) for day in (date(2022, 12, 31), date(2023, 1, 1))]

    assert said == ["9 czerwca", "9 czerwca 2022"]


def test_a_moment_is_told_in_the_time_of_the_place() -> None:
    late = datetime(2022, 6, 9, 22, 30, tzinfo=UTC)

    with override("pl"):
        assert (soft(wording.day(late)), wording.hour(late)) == ("10 czerwca 2022", "0.30")


@pytest.mark.parametrize(
    ("language", "said"),
    [("pl", "939 717,45 zł"), ("en", "PLN 939,717.45"), ("uk", "939 717,45 zł")],
)
def test_money_follows_the_language(language: str, said: str) -> None:
    with override(language):
        assert soft(wording.money(Decimal("939717.45"))) == said


def test_money_and_numbers_do_not_break_between_lines() -> None:
    with override("pl"):
        assert " " not in wording.money(Decimal("939717.45")) + wording.number(1234567) + wording.people(12)


@pytest.mark.parametrize(
    ("share", "said"), [(Decimal("0.85"), "85%"), (Decimal("0.8547"), "85,47%"), (1, "100%")]
)
def test_percentages_keep_at_most_two_places(share: Decimal, said: str) -> None:
    with override("pl"):
        assert soft(wording.percent(share)) == said


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 h"), (45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (60 * 1000, "1,000 h")]
)
def test_minutes_are_told_in_hours(minutes: int, said: str) -> None:
    with override("en"):
        assert soft(wording.duration(minutes)) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2021, 1, 1), date(2022, 12, 31), "1 January 2021 – 31 December 2022"),
        (date(2021, 1, 1), None, "from 1 January 2021"),
        (None, date(2022, 12, 31), "until 31 December 2022"),
        (None, None, ""),
    ],
)
def test_a_period_does_not_make_up_an_end(first: date | None, last: date | None, said: str) -> None:
    with override("en"):
        assert soft(wording.period(first, last)) == said


def test_one_and_many_in_english() -> None:
    with override("en"):
        assert [soft(wording.people(count)) for count in (1, 2, 1200)] == [
            "1 person",
            "2 people",
            "1,200 people",
        ]


def test_templates_say_nothing_of_a_value_that_is_not_known() -> None:
    page = Template("{% load wording %}[{{ missing|day }}][{{ none|money }}][{{ nought|people }}]")

    with override("en"):
        assert soft(page.render(Context({"none": None, "nought": 0}))) == "[][][0 people]"


def test_a_day_on_a_page_is_read_by_machines_too() -> None:
    page = Template("{% load wording %}{% dated when %}")

    with override("en"):
        assert soft(page.render(Context({"when": JUNE}))) == '<time datetime="2022-06-09">9 June 2022</time>'
