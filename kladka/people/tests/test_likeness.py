from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kladka.people.choices import Ground
from kladka.people.rules.likeness import Identity, likeness, rough

BORN = date(1980, 5, 7)
NAMES = st.sampled_from(
    [
        "Anna",
        "Ana",
        "Ewa",
        "Łąkowa",
        "Lakowa",
        "Nowak",
        "Nowak-Lipowa",
        "Шевченко",
        "Szewczenko",
        "Юлія",
        "Julia",
        "-",
    ]
)
IDENTITIES = st.builds(
    Identity,
    first_name=NAMES,
    last_name=NAMES,
    birth_date=st.sampled_from([BORN, date(1980, 7, 5), date(1990, 1, 1)]),
    sex=st.sampled_from(["woman", "man"]),
    pesel=st.sampled_from(["", "1", "2"]),
    document=st.sampled_from(["", "passport AA1"]),
    key=st.sampled_from([None, 1, 2]),
)


def somebody(name: str, **given: object) -> Identity:
    last, first = name.split(" ", 1)
    wanted = {"birth_date": BORN, "sex": "woman", **given}
    return Identity(first_name=first, last_name=last, **wanted)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "grounds"),
    [
        ("Łąkowa Ewa", "Lakowa EWA", (Ground.NAME, Ground.BIRTH)),
        ("Łąkowa Ewa", "Ewa Łąkowa", (Ground.SWAPPED, Ground.BIRTH)),
        ("Шевченко Юлія", "Szewczenko Julia", (Ground.SCRIPT, Ground.BIRTH)),
        ("Шевченко Юлія", "Shevchenko Yuliia", (Ground.SCRIPT, Ground.BIRTH)),
        ("Хмельницька Євгенія", "Khmelnytska Yevheniia", (Ground.SCRIPT, Ground.BIRTH)),
        ("Kowalska Anna", "Kowaslka Anna", (Ground.SIMILAR_NAME, Ground.BIRTH)),
        ("Nowak Anna", "Nowak-Lipowa Anna", (Ground.SIMILAR_NAME, Ground.BIRTH)),
        ("Nowak Anna", "Lipowa Anna", (Ground.FIRST_NAME, Ground.BIRTH)),
        ("Nowak Anna", "Lipowa Barbara", ()),
        ("Nowak Anna", "Nowak Barbara", ()),
    ],
)
def test_what_is_alike_is_said(one: str, other: str, grounds: tuple[Ground, ...]) -> None:
    assert likeness(somebody(one), somebody(other)) == grounds


def test_day_and_month_may_be_swapped_but_not_with_another_surname() -> None:
    swapped = date(1980, 7, 5)

    found = [
        likeness(somebody("Nowak Anna"), somebody(name, birth_date=swapped))
        for name in ("Nowak Anna", "Lipowa Anna")
    ]

    assert found == [(Ground.NAME, Ground.DAY_AND_MONTH), ()]


def test_two_numbers_are_two_people_unless_all_else_is_the_same() -> None:
    one = somebody("Nowak Anna", pesel="1")

    found = [
        likeness(one, somebody(name, pesel="2")) for name in ("Nowak Anna", "Nowakk Anna", "Lipowa Anna")
    ]

    assert found == [(Ground.NAME, Ground.BIRTH), (Ground.NAME, Ground.BIRTH), ()]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(IDENTITIES, IDENTITIES)
def test_likeness_is_the_same_from_both_sides(one: Identity, other: Identity) -> None:
    assert likeness(one, other) == likeness(other, one)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(IDENTITIES)
def test_a_record_is_never_its_own_duplicate(one: Identity) -> None:
    assert likeness(one, one) == () or one.key is None


def test_a_rough_key_knows_no_marks_nor_doubled_letters() -> None:
    assert (rough("Żółć-Annowska"), rough("zolc anovska")) == ("zolcanovska", "zolcanovska")
