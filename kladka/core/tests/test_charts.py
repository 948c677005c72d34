"""What a chart must keep: numbers in words, no colours of its own, nothing that breaks at nought."""

import gzip
import re
from collections.abc import Iterator

import pytest
from django.utils.translation import override

from kladka.core import charts
from kladka.core.charts import Step, Target
from kladka.core.charts.scale import ticks

ROWS = [Target("Women", 31, 37), Target("Men", 17, 23, hatched=True)]
MONTHS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with override("en"):
        yield


def label(drawing: str) -> str:
    return str(re.findall(r'aria-label="([^"]*)"', drawing)[0])


def test_the_numbers_are_in_the_label() -> None:
    assert label(charts.bullet(ROWS, "People")) == "People: Women 31 of 37, Men 17 of 23"


def test_a_bar_without_a_target_says_only_what_is_reached() -> None:
    assert label(charts.bullet([Target("People", 12)], "Finished")) == "Finished: People 12"


def test_a_chart_has_no_style_and_no_colour_of_its_own() -> None:
    drawing = charts.responsive(charts.bullet, ROWS, "People")

    assert "style=" not in drawing
    assert re.findall(r"#[0-9a-f]{3,6}[\"']", drawing) == []


def test_words_are_escaped() -> None:
    drawing = charts.funnel([("<b>applications</b>", 3), ("contracts", 1)])

    assert "<b>" not in drawing
    assert "&lt;b&gt;applications" in drawing


def test_ids_of_hatching_are_unique_in_the_page() -> None:
    drawing = charts.responsive(charts.bullet, ROWS, "People")

    ids = re.findall(r'<pattern id="([\w-]+)"', drawing)
    assert len(ids) == len(set(ids)) == 2


@pytest.mark.parametrize(
    ("value", "target", "width"), [(3, 0, "0.0"), (30, 60, "120.0"), (90, 60, "240.0"), (0, 5, "0.0")]
)
def test_a_meter_is_never_longer_than_its_frame(value: float, target: float, width: str) -> None:
    assert re.findall(r'class="bar"[^>]* width="([\d.]+)"', charts.meter(value, target)) == [width]


def test_a_strip_has_one_shape_for_each_session() -> None:
    drawing = charts.strip("oxe.")

    assert re.findall(r'class="(bar|miss|excused|ahead)"', drawing) == ["bar", "miss", "excused", "ahead"]


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (939_717.45, [0, 250_000, 500_000, 750_000, 1_000_000]),
        (60, [0, 20, 40, 60]),
        (0, [0, 1]),
        (2, [0, 1, 2]),
    ],
)
def test_ticks_are_round_and_cover_the_data(top: float, expected: list[float]) -> None:
    assert ticks(top) == expected


@pytest.mark.parametrize(
    ("reached", "said"),
    [
        ([5, 5, 5, 5, 5, 5, 5], "5 people, target 60; at this pace the target will not be reached"),
        ([0, 10, 20, 30, 40, 50], "50 people, target 60; at this pace the target is reached in month VII"),
        ([20, 61], "61 people, target 60; the target is reached"),
        ([7], "7 people, target 60; at this pace the target will not be reached"),
    ],
)
def test_a_forecast_says_when_the_target_is_reached(reached: list[float], said: str) -> None:
    assert label(charts.forecast(reached, 60, MONTHS)).replace("\u00a0", " ") == said


def test_money_left_is_told_beside_the_plan() -> None:
    drawing = charts.burndown([1200, 600, 0], [1200, 900], ["I", "II", "III"])

    assert label(drawing) == "Budget left: 900, planned for this month: 600"


def test_a_pathway_says_the_state_of_every_step() -> None:
    drawing = charts.gantt([Step("Diagnosis", 0, 1, "done"), Step("Course", 1, 3, "plan")], MONTHS[:4], 0.5)

    assert label(drawing) == "Diagnosis – finished; Course – planned"


def test_nothing_to_show_draws_an_empty_chart() -> None:
    assert "<rect" not in charts.funnel([])
    assert label(charts.bullet([], "People")) == "People: "


def test_a_chart_weighs_less_than_a_kilobyte_on_the_wire() -> None:
    drawing = charts.responsive(charts.forecast, [5, 9, 14, 20, 26, 31, 40], 60, MONTHS)
    assert len(gzip.compress(drawing.encode())) < 1024
