"""Points: what answers give, caps, once only, sources and their weights."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kladka.recruitment.choices import Answer, Combining, CriterionKind, Trait
from kladka.recruitment.rules.scoring import (
    Answered,
    Criterion,
    Level,
    Scheme,
    Weight,
    mean_of,
    points_of,
    score,
)
from kladka.recruitment.rules.traits import Facts, Wanted, holds

STEADY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine draws slowly
D = Decimal
YES = Answered(is_met=True)
LEVELS = (Level(key=1, points=D(5), at_least=D(2)), Level(key=2, points=D(10), at_least=D(3)))


@pytest.mark.parametrize(
    ("answer", "said", "points"),
    [
        (Answer.YES_NO, YES, D(7)),
        (Answer.YES_NO, Answered(), D(0)),
        (Answer.ONE, Answered(levels=frozenset({2})), D(10)),
        (Answer.ONE, Answered(levels=frozenset({9})), D(0)),
        (Answer.SEVERAL, Answered(levels=frozenset({1, 2})), D(12)),  # 15, but at most 12
        (Answer.NUMBER, Answered(number=D(1)), D(0)),
        (Answer.NUMBER, Answered(number=D(2)), D(5)),
        (Answer.NUMBER, Answered(number=D(7)), D(10)),
        (Answer.NUMBER, Answered(), D(0)),
    ],
)
def test_an_answer_gives_its_points_up_to_the_cap(answer: Answer, said: Answered, points: Decimal) -> None:
    one = Criterion(key=1, title="", answer=answer, points=D(7), maximum=D(12), levels=LEVELS)

    assert points_of(one, said) == points


def test_of_an_exclusive_group_only_the_highest_counts() -> None:
    criteria = (
        Criterion(key=1, title="coupled", points=D(5), group="kind"),
        Criterion(key=2, title="mental", points=D(6), group="kind"),
        Criterion(key=3, title="woman", points=D(10)),
    )

    result = score(Scheme(criteria=criteria), {1: YES, 2: YES, 3: YES})

    assert (result.total, dict(result.points)) == (D(16), {1: D(5), 2: D(6), 3: D(10)})


def test_formal_and_quota_criteria_give_no_points_and_precedence_is_apart() -> None:
    criteria = (
        Criterion(key=1, title="adult", kind=CriterionKind.FORMAL, points=D(9)),
        Criterion(key=2, title="rural", kind=CriterionKind.QUOTA, points=D(9)),
        Criterion(key=3, title="low income", kind=CriterionKind.PRECEDENCE),
        Criterion(key=4, title="alone", points=D(3)),
    )

    result = score(Scheme(criteria=criteria), {2: YES, 3: YES, 4: YES})

    assert (result.total, result.precedence, result.failed) == (D(3), D(1), (1,))


@pytest.mark.parametrize(
    ("combining", "total"),
    [(Combining.SUM, D(36)), (Combining.WEIGHTED, D("15.60")), (Combining.SHARE, D("58.00"))],
)
def test_how_sources_make_one_result_is_a_setting(combining: Combining, total: Decimal) -> None:
    """30 / 50 / 20 of form A: the questionnaire 12 of 20, the interview 24 of 30, documents none of 10."""
    criteria = (
        Criterion(key=1, title="", points=D(12), source="questionnaire"),
        Criterion(key=2, title="", points=D(24), source="interview"),
        Criterion(key=3, title="", points=D(10), source="documents"),
    )
    weights = {
        "questionnaire": Weight(weight=D(30), maximum=D(20)),
        "interview": Weight(weight=D(50), maximum=D(30)),
        "documents": Weight(weight=D(20), maximum=D(10)),
    }
    scheme = Scheme(criteria=criteria, combining=combining, weights=weights)

    assert score(scheme, {1: YES, 2: YES}).total == total


def test_a_stage_is_a_source_with_the_fewest_points_that_pass_it() -> None:
    criteria = (Criterion(key=1, title="talk", points=D(4), source="interview"),)
    scheme = Scheme(criteria=criteria, weights={"interview": Weight(minimum=D(5))}, minimum=D(4))

    result = score(scheme, {1: YES})

    assert (result.short_in, result.is_short) == (("interview",), False)
    assert score(replace(scheme, minimum=D(5)), {1: YES}).is_short


def test_the_mean_of_members_is_rounded_to_a_hundredth() -> None:
    scheme = Scheme(criteria=(Criterion(key=1, title="", points=D(10)),))

    mean = mean_of([score(scheme, {1: YES}), score(scheme, {1: YES}), score(scheme, {})])

    assert mean.total == D("6.67")


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        (Wanted(trait=Trait.WOMEN), True),
        (Wanted(trait=Trait.MEN), False),
        (Wanted(trait=Trait.AGE, age_from=60), False),
        (Wanted(trait=Trait.AGE, age_from=59, age_to=59), True),
        (Wanted(trait=Trait.AGE, age_to=58), False),
        (Wanted(trait=Trait.GROUND, ground=7), True),
        (Wanted(trait=Trait.AREA, area=1), None),
        (Wanted(), None),
    ],
)
def test_the_record_answers_what_it_knows(wanted: Wanted, answer: object) -> None:
    assert holds(wanted, Facts(is_woman=True, age=59, grounds=frozenset({7}))) == answer


POINTS = st.integers(0, 20).map(Decimal)
CRITERIA = st.lists(
    st.builds(
        Criterion,
        key=st.integers(1, 6),
        title=st.just(""),
        points=POINTS,
        group=st.sampled_from(["", "once"]),
        maximum=st.none() | POINTS,
    ),
    unique_by=lambda one: one.key,
    max_size=6,
)


@STEADY
@given(CRITERIA, st.sets(st.integers(1, 6)), POINTS)
def test_no_card_gives_more_than_the_scheme_says(
    criteria: list[Criterion], met: set[int], most: Decimal
) -> None:
    scheme = Scheme(criteria=tuple(criteria), maximum=most)

    total = score(scheme, dict.fromkeys(met, YES)).total

    assert 0 <= total <= min(most, sum((one.points or 0 for one in criteria), Decimal(0)))
