from dataclasses import replace
from datetime import date

import pytest

from kladka.recruitment import rules

DAY = date(2026, 3, 9)
POVERTY = rules.Named(title="Poverty", is_seen=True)
CASE = rules.Case(received_on=DAY, birth_date=date(1996, 3, 9), is_complete=True, grounds=(POVERTY,))


def test_a_whole_case_misses_nothing() -> None:
    assert list(rules.missing(CASE)) == []


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            {"is_withdrawn": True},
            "The application is withdrawn. Enter a new one if the person wants to come after all.",
        ),
        ({"is_complete": False}, "Collect the missing papers and mark the set as complete and signed."),
        ({"age_to": 29}, "The person is 30 years old; the offer is for the age of 0–29."),
        ({"age_from": 60}, "The person is 30 years old; the offer is for the age of 60+."),
        ({"grounds": ()}, "Name at least one ground on which the person may take part."),
        (
            {"grounds": (replace(POVERTY, valid=rules.Window(closes=date(2026, 3, 8))),)},
            "Take away the ground “Poverty”: it was not in force when the application came.",
        ),
        (
            {"grounds": (replace(POVERTY, is_seen=False),)},
            "See the proof of at least one ground and note what it was.",
        ),
        (
            {"is_close_to_somebody": True},
            "Enter the application of the person whose close environment this is first.",
        ),
    ],
)
def test_each_thing_that_is_missing_has_its_own_sentence(given: dict[str, object], sentence: str) -> None:
    assert [str(one) for one in rules.missing(replace(CASE, **given))] == [sentence]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "given",
    [
        {"grounds": (), "wants_ground": False},
        {"grounds": (), "is_close_to_somebody": True, "is_close_to_participant": True},
        {"age_from": 30, "age_to": 30},
        {"grounds": (POVERTY, replace(POVERTY, is_seen=False))},
    ],
)
def test_what_is_not_asked_for_stands_in_nobodys_way(given: dict[str, object]) -> None:
    assert list(rules.missing(replace(CASE, **given))) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("opens", "closes", "is_open"),
    [(DAY, DAY, True), (date(2026, 3, 10), None, False), (None, date(2026, 3, 8), False), (None, None, True)],
)
def test_a_round_takes_from_its_first_day_to_the_end_of_its_last(
    opens: date | None, closes: date | None, *, is_open: bool
) -> None:
    assert rules.is_open(rules.Window(opens=opens, closes=closes), on=DAY) is is_open
