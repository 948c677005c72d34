"""The period in force on a day: one rule, and the same answer inside a query."""

from datetime import date

import pytest

from kladka.programmes.models import Amendment, Edition, first_day_on, last_day_on
from kladka.programmes.queries import chosen_edition
from kladka.programmes.rules import Period
from kladka.programmes.tests.builders import a_programme, an_edition

pytestmark = pytest.mark.usefixtures("municipality")
AGREED, LONGER, LONGEST = date(2027, 12, 31), date(2028, 2, 29), date(2029, 12, 31)
SIGNED, SIGNED_AGAIN = date(2026, 3, 2), date(2027, 5, 1)


def amended() -> Edition:
    """Twice longer: until a month, then until a year; between them a change of something else."""
    edition = an_edition(starts=date(2026, 1, 1), ends=AGREED)
    moves = [
        {"signed": SIGNED, "ends": date(2028, 2, 1), "ends_precision": "month"},
        {"signed": SIGNED, "title": "another budget"},
        {"signed": SIGNED_AGAIN, "ends": date(2029, 1, 1), "ends_precision": "year"},
    ]
    for place, move in enumerate(moves):
        Amendment.objects.create(edition=edition, key=f"amendment-{place}", position=place, **move)
    return edition


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 3, 1), AGREED),
        (SIGNED, LONGER),
        (date(2027, 4, 30), LONGER),
        (SIGNED_AGAIN, LONGEST),
        (date(2035, 1, 1), LONGEST),
    ],
)
def test_an_amendment_moves_the_end_from_the_day_of_its_signature(day: date, last: date) -> None:
    edition = amended()

    asked = Edition.objects.values_list(first_day_on(day), last_day_on(day)).get(pk=edition.pk)

    period = edition.period_on(day)
    assert asked == (period.first_day, period.last_day) == (date(2026, 1, 1), last)


def test_an_amendment_of_an_unknown_day_holds_on_every_day() -> None:
    edition = an_edition(starts=None, ends=None)
    moved = {"starts": date(2026, 2, 1), "starts_precision": "month"}
    Amendment.objects.create(edition=edition, key="further-grant", **moved)

    day = date(2020, 1, 1)
    asked = Edition.objects.values_list(first_day_on(day), last_day_on(day)).get(pk=edition.pk)

    assert asked == (date(2026, 2, 1), None)
    assert Period.of_days(*asked).first_day == edition.period_on(day).first_day


def test_an_edition_runs_to_the_last_day_of_its_amended_period() -> None:
    edition = amended()
    days = [date(2025, 12, 31), date(2026, 1, 1), LONGEST, date(2030, 1, 1)]

    assert [Edition.objects.running_on(day).filter(pk=edition.pk).exists() for day in days] == [
        False,
        True,
        True,
        False,
    ]


def test_an_address_without_a_name_means_the_last_edition_that_has_begun() -> None:
    programme = a_programme()
    for place, year in enumerate((2026, 2027, 2028)):
        days = {"starts": date(year, 1, 1), "ends": date(year, 12, 31), "position": place}
        an_edition(programme=programme, key=f"of-{year}", **days)
    editions = Edition.objects.filter(programme=programme)

    said = [chosen_edition(editions, key, on=date(2027, 6, 1)) for key in ("", "of-2028", "other")]
    said.append(chosen_edition(editions, "", on=date(2020, 1, 1)))

    assert [one and one.key for one in said] == ["of-2027", "of-2028", None, "of-2026"]
