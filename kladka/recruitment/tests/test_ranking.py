"""Who gets a place: the algorithm, and what holds whatever comes in."""

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kladka.recruitment.choices import TieKey
from kladka.recruitment.rules.ranking import (
    Candidate,
    Choice,
    Lists,
    Quota,
    Tie,
    first_difference,
    lot,
    quota_of_share,
    rank,
)

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
WOMEN, SENIORS = 1, 2


def someone(number: str, points: int = 0, **given: object) -> Candidate:
    wanted = {"received_at": MONDAY, "points": Decimal(points), **given}
    return Candidate(number=number, **wanted)  # type: ignore[arg-type]


def numbers(lists: Lists) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return lists.main, lists.reserve, lists.no_place


def test_points_then_places_then_reserve_then_no_place() -> None:
    people = [someone(f"Z-{points}", points) for points in (1, 7, 3, 5)]

    lists = rank(people, Choice(places=2, reserve=1))

    assert numbers(lists) == (("Z-7", "Z-5"), ("Z-3",), ("Z-1",))
    assert dict(lists.position) == {"Z-7": 1, "Z-5": 2, "Z-3": 3, "Z-1": 4}


def test_who_fails_a_formal_criterion_is_out_with_the_reason() -> None:
    lists = rank([someone("Z-1", 30, failed=("not an adult",)), someone("Z-2")], Choice(places=1))

    assert (lists.main, [(one.number, one.failed) for one in lists.out]) == (
        ("Z-2",),
        [("Z-1", ("not an adult",))],
    )


def test_precedence_goes_before_points() -> None:
    assert rank([someone("Z-1", 30), someone("Z-2", precedence=Decimal(1))], Choice(places=1)).main == (
        "Z-2",
    )


@pytest.mark.parametrize(
    ("ties", "first"),
    [
        ((Tie(TieKey.RECEIVED),), "Z-10"),
        ((Tie(TieKey.NUMBER),), "Z-9"),
        ((Tie(TieKey.CRITERION, 5), Tie(TieKey.NUMBER)), "Z-10"),
        ((Tie(TieKey.CRITERION, 6), Tie(TieKey.NUMBER)), "Z-9"),
    ],
)
def test_equal_ones_stand_by_the_keys_of_the_scheme(ties: tuple[Tie, ...], first: str) -> None:
    nine = someone("Z-9", received_at=MONDAY + timedelta(hours=1))
    ten = someone("Z-10", ties={5: Decimal(3)})

    assert rank([nine, ten], Choice(places=1, ties=ties)).main == (first,)


def test_quotas_are_filled_first_and_a_person_counts_for_each() -> None:
    people = [
        someone("Z-1", 9),
        someone("Z-2", 8),
        someone("Z-3", 2, traits=frozenset({WOMEN, SENIORS})),
        someone("Z-4", 1, traits=frozenset({WOMEN})),
    ]

    lists = rank(people, Choice(places=2, quotas=(Quota(WOMEN, 1), Quota(SENIORS, 1))))

    assert (lists.main, lists.by_quota) == (("Z-1", "Z-3"), {"Z-3": WOMEN})


def test_places_of_a_quota_that_nobody_fills_are_free_for_all() -> None:
    assert rank([someone("Z-1"), someone("Z-2")], Choice(places=2, quotas=(Quota(WOMEN, 2),))).main == (
        "Z-1",
        "Z-2",
    )


def test_a_full_offer_passes_its_people_by() -> None:
    people = [someone("Z-1", 9, offer=1), someone("Z-2", 8, offer=1), someone("Z-3", 1, offer=2)]

    assert rank(people, Choice(places=2, rooms={1: 1})).main == ("Z-1", "Z-3")


def test_equal_at_the_cut_is_for_the_committee_and_its_ruling_decides() -> None:
    people = [someone("Z-1", 5), someone("Z-2", 3), someone("Z-3", 3), someone("Z-4", 3)]
    ruled = [
        someone("Z-1", 5),
        *(someone(number, 3, ruled=place) for place, number in enumerate(("Z-4", "Z-2", "Z-3"), 1)),
    ]

    before, after = (rank(those, Choice(places=2, reserve=1)) for those in (people, ruled))

    assert (before.undecided, before.position["Z-2"], before.position["Z-4"]) == (
        (("Z-2", "Z-3", "Z-4"),),
        2,
        2,
    )
    assert (after.undecided, numbers(after)) == ((), (("Z-1", "Z-4"), ("Z-2",), ("Z-3",)))


def test_equal_ones_on_the_same_side_of_the_cut_need_nobody() -> None:
    people = [someone("Z-1", 5), someone("Z-2", 5), someone("Z-3", 1), someone("Z-4", 1)]

    assert rank(people, Choice(places=2, reserve=0)).undecided == ()


def test_the_key_by_which_two_differ_is_named() -> None:
    choice = Choice(ties=(Tie(TieKey.CRITERION, 5), Tie(TieKey.RECEIVED)))
    later = someone("Z-2", received_at=MONDAY + timedelta(hours=1))

    found = [first_difference(someone("Z-1"), other, choice) for other in (later, someone("Z-3", 4))]

    assert found == [Tie(TieKey.RECEIVED), None]


def test_a_share_makes_whole_places() -> None:
    assert [quota_of_share(Decimal(share), 12) for share in ("30", "50", "0", "100")] == [4, 6, 0, 12]


def test_the_lot_can_be_drawn_again() -> None:
    people = [someone(f"Z-{number}") for number in range(1, 9)]

    drawn = [rank(people, Choice(places=3, ties=(Tie(TieKey.LOT),), seed=seed)) for seed in ("a", "a", "b")]

    assert drawn[0] == drawn[1]
    assert drawn[0].main != drawn[2].main
    assert lot("a", "Z-1") == "67c5b3a29fc8165ee6ce3f605bc1421f7c87af37c3392f9964910f8930c82c4c"


def test_the_ranking_knows_neither_names_nor_numbers_of_the_database() -> None:
    assert {one.name for one in fields(Candidate)} == {
        "number",
        "received_at",
        "points",
        "precedence",
        "failed",
        "traits",
        "ties",
        "offer",
        "ruled",
    }


STEADY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine draws slowly
PEOPLE = st.lists(
    st.builds(
        Candidate,
        number=st.integers(1, 40).map("Z-{}".format),
        received_at=st.integers(0, 2).map(lambda hours: MONDAY + timedelta(hours=hours)),
        points=st.integers(0, 3).map(Decimal),
        precedence=st.integers(0, 1).map(Decimal),
        failed=st.sampled_from([(), (), ("age",)]),
        traits=st.frozensets(st.sampled_from([WOMEN, SENIORS])),
        ties=st.fixed_dictionaries({5: st.integers(0, 1).map(Decimal)}),
        offer=st.none() | st.sampled_from([1, 2]),
    ),
    max_size=14,
    unique_by=lambda one: one.number,
)
TIES = st.lists(
    st.sampled_from([Tie(TieKey.CRITERION, 5), Tie(TieKey.RECEIVED), Tie(TieKey.NUMBER), Tie(TieKey.LOT)]),
    max_size=3,
).map(tuple)
CHOICES = st.builds(
    Choice,
    ties=TIES,
    quotas=st.lists(
        st.builds(Quota, st.sampled_from([WOMEN, SENIORS]), st.integers(0, 6)),
        max_size=2,
        unique_by=lambda one: one.key,
    ).map(tuple),
    places=st.none() | st.integers(0, 10),
    reserve=st.none() | st.integers(0, 4),
    rooms=st.dictionaries(st.sampled_from([1, 2]), st.integers(0, 4)),
    seed=st.sampled_from(["a", "b"]),
)


@STEADY
@given(PEOPLE, CHOICES, st.randoms(use_true_random=False))
def test_the_order_in_which_applications_come_in_changes_nothing(
    people: list[Candidate], choice: Choice, random: Random
) -> None:
    mixed = random.sample(people, len(people))

    assert rank(mixed, choice) == rank(people, choice)


@STEADY
@given(PEOPLE, CHOICES)
def test_everybody_stands_on_one_list_and_places_and_quotas_are_kept(
    people: list[Candidate], choice: Choice
) -> None:
    lists = rank(people, choice)
    by_number = {one.number: one for one in people}

    assert sorted(
        (*lists.main, *lists.reserve, *lists.no_place, *(one.number for one in lists.out))
    ) == sorted(by_number)
    assert len(lists.main) <= (len(people) if choice.places is None else choice.places)
    assert len(lists.reserve) <= (len(people) if choice.reserve is None else choice.reserve)
    for offer, room in choice.rooms.items():
        assert sum(by_number[number].offer == offer for number in lists.main) <= room
    for quota in choice.quotas:
        assert sum(key == quota.key for key in lists.by_quota.values()) <= quota.places


@STEADY
@given(PEOPLE, CHOICES)
def test_the_order_is_total_and_equal_ones_share_a_position(people: list[Candidate], choice: Choice) -> None:
    lists = rank(people, choice)
    positions = [lists.position[one.number] for one in lists.order]

    assert positions == sorted(positions)
    for one, other in zip(lists.order, lists.order[1:], strict=False):
        is_better = (one.precedence, one.points) > (other.precedence, other.points)
        is_told_apart = first_difference(one, other, choice) is not None
        assert (lists.position[one.number] < lists.position[other.number]) == (is_better or is_told_apart)


@STEADY
@given(PEOPLE, CHOICES)
def test_nobody_with_a_place_stands_behind_somebody_alike_without_one(
    people: list[Candidate], choice: Choice
) -> None:
    """Alike in quotas and offer: then only the order decides."""
    lists = rank(people, choice)
    without = [one for one in lists.order if one.number not in lists.main]
    given = [one for one in lists.order if one.number in lists.main]

    assert not [
        (one.number, other.number)
        for one in given
        for other in without
        if (one.traits, one.offer) == (other.traits, other.offer)
        and lists.position[other.number] < lists.position[one.number]
    ]


@STEADY
@given(PEOPLE, CHOICES)
def test_a_number_gives_no_advantage_among_equals_unless_the_scheme_says_so(
    people: list[Candidate], choice: Choice
) -> None:
    """Written under other numbers, the same people have the same positions, where no key asks for numbers."""
    ties = tuple(tie for tie in choice.ties if tie.by not in {TieKey.NUMBER, TieKey.LOT})
    fair = Choice(ties=ties, places=choice.places, reserve=choice.reserve)
    swapped = {one.number: f"Y-{99 - int(one.number[2:])}" for one in people}
    renamed = [
        Candidate(
            **{each.name: getattr(one, each.name) for each in fields(one)} | {"number": swapped[one.number]}
        )
        for one in people
    ]

    before, after = rank(people, fair), rank(renamed, fair)

    assert {swapped[number]: place for number, place in before.position.items()} == dict(after.position)
    assert {frozenset(swapped[one] for one in equal) for equal in before.undecided} == {
        frozenset(equal) for equal in after.undecided
    }
