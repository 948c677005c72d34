import tomllib
from collections import Counter
from datetime import date

import pytest

from kladka.definitions.reading import read
from kladka.demo.defining import FILES
from kladka.demo.lives import days
from kladka.demo.lives.days import Fate
from kladka.demo.lives.others import others
from kladka.demo.lives.plan import Life, lives
from kladka.demo.lives.rounds import INVENTED

LIVES = {life.name: life for life in lives()}
END = date(2026, 11, 24)
FIRST_PLACED = (Fate.COMES, Fate.CHOSEN, Fate.REFUSES)
IN_RESERVE = (Fate.PROMOTED, Fate.DECLINES, Fate.WAITS)
PLACES = {
    (path.stem.split("-")[0], group.key): group.places.number
    for path in FILES.glob("*.toml")
    for group in read(path.read_bytes()).groups
    if group.places
}


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_everybody_comes_at_least_once_but_those_kept_waiting(life: Life) -> None:
    arrived = days.arrivals(life)
    came = {number for meeting in days.meetings(life, arrived, until=END) for number in meeting.present}

    assert came == {one.number for one in arrived if not one.is_kept_waiting}
    assert Counter(one.who.sex for one in arrived if not (one.is_kept_waiting or one.close_to)) == {
        "woman": life.women,
        "man": life.men,
    }


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_nobody_is_in_a_register_before_the_agreement_or_after_the_last_day(life: Life) -> None:
    arrived = days.arrivals(life)
    persons = {one.number: one for one in arrived}

    outside = [
        number
        for meeting in days.meetings(life, arrived, until=END)
        for number in (*meeting.present, *meeting.excused, *meeting.absent)
        if not persons[number].is_expected_on(meeting.day)
    ]

    assert outside == []


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_a_clock_set_back_shortens_the_same_life(life: Life) -> None:
    arrived, half = days.arrivals(life), life.applications[0].replace(year=life.applications[0].year + 1)

    whole, begun = (days.meetings(life, arrived, until=until) for until in (END, half))

    assert begun == [meeting for meeting in whole if meeting.day <= half]


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_no_group_gets_more_people_than_its_definition_has_places_for(life: Life) -> None:
    joined = Counter(one.group for one in days.arrivals(life))

    assert {key: n for key, n in joined.items() if n > PLACES.get((life.municipality, key), n)} == {}


@pytest.mark.parametrize("life", [one for one in LIVES.values() if one.rounds], ids=lambda one: one.name)
def test_a_round_has_the_places_that_its_definition_gives(life: Life) -> None:
    invented = INVENTED / f"{life.name.replace('/', '-')}.toml"
    (known,) = [invented] if invented.exists() else FILES.glob(f"{life.municipality}*.toml")
    given = {one["key"]: one for one in tomllib.loads(known.read_text("utf-8"))["rounds"]}
    fates = Counter((one.round, one.fate) for one in (*days.arrivals(life), *others(life)))

    placed = {one.key: sum(fates[one.key, fate] for fate in FIRST_PLACED) for one in life.rounds}
    reserve = {one.key: sum(fates[one.key, fate] for fate in IN_RESERVE) for one in life.rounds}

    assert placed == {one.key: given[one.key]["limit"] for one in life.rounds}
    assert reserve == {one.key: given[one.key]["reserve"] for one in life.rounds}


def test_so_many_complete_the_path_as_were_published() -> None:
    arrived = days.arrivals(LIVES["zawiercie/partnerstwo/to-2017"])

    assert Counter(one.breaks_off for one in arrived) == {False: 96, True: 49}


def test_the_same_life_is_lived_each_time() -> None:
    life = LIVES["katowice/welnowiec-jozefowiec-i-dab/2021-2022"]

    assert days.arrivals(life) == days.arrivals(life)
    assert days.gatherings(life, until=END) == days.gatherings(life, until=END)


def test_published_numbers_are_those_of_the_lives() -> None:
    persons = {name.split("/")[0]: life.persons for name, life in LIVES.items() if life.edition != "third"}

    assert {town: persons[town] for town in ("katowice", "sosnowiec", "mikolow", "zawiercie")} == {
        "katowice": 60,
        "sosnowiec": 124,
        "mikolow": 96,
        "zawiercie": 145,
    }
