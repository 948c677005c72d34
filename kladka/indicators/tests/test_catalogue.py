"""What can be counted, and what cannot be asked."""

from datetime import date

import pytest

from kladka.indicators.catalogue import (
    BadCatalogue,
    Window,
    common,
    measure,
    measures,
    named,
    period_of,
    window,
)
from kladka.indicators.predicates import NEVER, Fragment, all_of, waiting

ROW = {"key": "x", "kind": "output", "title": {"en": "X", "pl": "Iks"}}


def test_the_common_indicators_of_each_period_are_there() -> None:
    assert [len(common("2014-2020")), len(common("2021-2027"))] == [21, 21]


def test_every_measure_has_a_polish_and_an_english_title() -> None:
    assert all(set(one.titles) == {"pl", "en"} and all(one.titles.values()) for one in measures().values())


def test_a_title_in_a_language_without_one_is_english() -> None:
    assert [measure(ROW).title(language) for language in ("pl", "uk")] == ["Iks", "X"]


def test_codes_are_those_of_the_regulation() -> None:
    assert [one.code for one in named(["EECO08", "all_participants", "unknown"])] == ["EECO08", ""]


@pytest.mark.parametrize(
    "wrong", [{"any": [{"colour": ["red"]}]}, {"outcomes": ["rich"]}, {"counts_kind": "visitor"}]
)
def test_a_condition_that_no_column_answers_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(BadCatalogue):
        measure({**ROW, **wrong})


def test_the_window_of_a_day_is_the_newest_in_force() -> None:
    assert window(date(2026, 6, 1)) == Window(date(2014, 1, 1), 28, 18)


def test_alternatives_are_joined_by_or_and_conditions_by_and() -> None:
    assert all_of(measures()["CO08"]) == Fragment(
        "((age >= %s AND labour_status = ANY(%s)) OR (age >= %s AND labour_status = ANY(%s) AND NOT learns))",
        (55, ["unemployed"], 55, ["inactive"]),
    )


def test_what_is_entered_by_hand_waits_for_nobody() -> None:
    assert waiting(measures()["EECO18"]) == NEVER


def test_a_regime_reports_the_common_indicators_of_its_period() -> None:
    assert [period_of(one) for one in ("pl-2014-2020-silesia", "pl-2021-2027", "se-2021-2027")] == [
        "2014-2020",
        "2021-2027",
        "",
    ]
