from datetime import date

import pytest

from kladka.places import rules
from kladka.places.choices import Parity
from kladka.places.errors import BuildingUnreadable, PostcodeMalformed
from kladka.places.rules import AreaAnswer, StreetLine
from kladka.places.tests.builders import written

NEW_YEAR, SUMMER, AUTUMN = date(2022, 1, 1), date(2022, 6, 1), date(2022, 9, 1)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("ul. Kotlarza", "Kotlarza"),
        ("ul.Kotlarza", "Kotlarza"),
        ("Ulica  Kotlarza", "Kotlarza"),
        ("Aleja Róż", "al. Róż"),
        ("os. Mickiewicza", "os. Mickiewicza"),
        ("Osiedle Mickiewicza", "os. Mickiewicza"),
        ("1 Maja", "1 Maja"),
        ("Plac", "Plac"),
        ("", ""),
    ],
)
def test_a_street_is_kept_in_one_way(written: str, kept: str) -> None:
    assert rules.street_name(written) == kept


def key(street: str, building: str, flat: str = "") -> str:
    return rules.address_key(written(street, building, flat))


@pytest.mark.parametrize(
    ("street", "building"), [("ul. Kotlarza", "10 B"), ("KOTLARZA", "10b"), ("Kótlarza", "10B")]
)
def test_spellings_of_one_house_share_a_key(street: str, building: str) -> None:
    assert key(street, building) == key("Kotlarza", "10b")


def test_another_flat_or_kind_of_street_is_another_place() -> None:
    keys = {key("Róż", "1"), key("Róż", "1", "2"), key("al. Róż", "1"), key("Róż", "12")}

    assert len(keys) == 4


@pytest.mark.parametrize("wrong", ["40028", "4-0028", "40-028a", "４０-028 "])
def test_a_malformed_postcode_is_refused_with_an_example(wrong: str) -> None:
    with pytest.raises(PostcodeMalformed, match="40-028"):
        rules.check_postcode(wrong)


LINES = [
    StreetLine("Kotlarza", 1, 19, Parity.ODD, NEW_YEAR),
    StreetLine("Kotlarza", 1, 9, Parity.ODD, AUTUMN),
    StreetLine("Łąkowa", None, None, Parity.ALL, AUTUMN),
]


@pytest.mark.parametrize(
    ("street", "building", "on", "answer"),
    [
        ("Kotlarza", "19", SUMMER, AreaAnswer(inside=True, version=NEW_YEAR)),
        ("ul. kotlarza", "11b", SUMMER, AreaAnswer(inside=True, version=NEW_YEAR)),
        ("Kotlarza", "10", SUMMER, AreaAnswer(inside=False, version=NEW_YEAR)),
        ("Kotlarza", "19", AUTUMN, AreaAnswer(inside=False, version=AUTUMN)),
        ("Lakowa", "200", AUTUMN, AreaAnswer(inside=True, version=AUTUMN)),
        ("Lakowa", "200", SUMMER, AreaAnswer(inside=False, version=NEW_YEAR)),
        ("Kotlarza", "1", date(2021, 12, 31), AreaAnswer(inside=False, version=None)),
    ],
)
def test_the_register_in_force_decides(street: str, building: str, on: date, answer: AreaAnswer) -> None:
    assert rules.inside(LINES, street=street, building=building, on=on) == answer


def test_a_building_without_a_number_cannot_be_looked_up() -> None:
    with pytest.raises(BuildingUnreadable, match="begins with a digit"):
        rules.inside(LINES, street="Kotlarza", building="b", on=SUMMER)
