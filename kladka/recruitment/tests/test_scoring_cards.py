"""Cards: who may fill them in, what they keep, and that the first freezes the scheme."""

from decimal import Decimal
from typing import Any

import pytest

from kladka.core.errors import DomainError
from kladka.programmes.tests.builders import a_user, an_edition
from kladka.recruitment import actions
from kladka.recruitment.choices import Cards, Seat
from kladka.recruitment.models import Application, Card, Criterion, CriterionOption, Round
from kladka.recruitment.tests.builders import (
    NOW,
    a_card,
    a_round,
    a_scheme,
    a_seat,
    an_application,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def spring() -> Round:
    edition = an_edition()
    return a_round(edition, scheme=a_scheme(edition))


def applied(spring: Round) -> Application:
    return an_application(edition=spring.edition, round=spring)


def test_a_card_keeps_points_and_the_evidence_that_was_seen(spring: Round) -> None:
    anna = a_seat(spring).user

    card = a_card(applied(spring), anna, "food", level="three")

    lines: Any = card.results.values_list("criterion__title", "is_met", "points", "evidence", "seen_by")
    assert (card.total, card.is_correct) == (Decimal(15), True)
    assert list(lines) == [
        ("adult", True, Decimal(0), "certificate", anna.pk),
        ("food", True, Decimal(5), "certificate", anna.pk),
        ("exclusion", True, Decimal(10), "", None),
    ]
    spring.scheme.refresh_from_db()
    assert spring.scheme.frozen_at == NOW


def test_what_is_not_answered_is_not_met(spring: Round) -> None:
    card = actions.score_application(application=applied(spring), said={}, by=a_user(), at=NOW)

    assert (card.total, card.is_correct) == (Decimal(0), False)


def test_a_joint_card_is_replaced_by_whoever_corrects_it(spring: Round) -> None:
    anna, jan, one = a_seat(spring).user, a_seat(spring).user, applied(spring)
    a_card(one, anna)

    a_card(one, jan, "food")

    assert list(one.cards.values_list("scored_by", "total", "replaced_at")) == [
        (jan.pk, Decimal(5), None),
        (anna.pk, Decimal(0), NOW),
    ]


def test_for_a_mean_each_member_has_a_card(spring: Round) -> None:
    scheme = spring.scheme
    scheme.cards = Cards.MEAN
    scheme.save()
    anna, jan, one = a_seat(spring).user, a_seat(spring).user, applied(spring)

    a_card(one, anna, "food")
    a_card(one, jan)
    a_card(one, jan, level="two")

    assert sorted(one.cards.in_force().values_list("scored_by", "total")) == [
        (anna.pk, Decimal(5)),
        (jan.pk, Decimal(5)),
    ]


def test_a_member_with_a_conflict_does_not_score_and_the_card_no_longer_counts(spring: Round) -> None:
    anna, one = a_seat(spring).user, applied(spring)
    a_card(one, anna)

    actions.declare_conflict(application=one, by=anna, at=NOW)

    assert not Card.objects.in_force().exists()
    assert not Application.objects.visible_to(anna).exists()
    with pytest.raises(DomainError, match="you declared a conflict"):
        a_card(one, anna)


def test_only_the_committee_scores_where_there_is_one(spring: Round) -> None:
    a_seat(spring)

    with pytest.raises(DomainError, match="Only members of the committee"):
        a_card(applied(spring), a_user())


def test_a_paper_that_proves_a_criterion_is_named(spring: Round) -> None:
    food = Criterion.objects.get(title="food")

    with pytest.raises(DomainError, match="Write what was seen that proves “food”"):
        actions.score_application(
            application=applied(spring), said={food.pk: actions.Said(is_met=True)}, by=a_user(), at=NOW
        )


def test_levels_are_those_of_the_criterion(spring: Round) -> None:
    food, other = Criterion.objects.get(title="food"), CriterionOption.objects.get(title="two")

    with pytest.raises(DomainError, match="Answer “food” with one of its own levels"):
        actions.score_application(
            application=applied(spring),
            said={food.pk: actions.Said(levels=frozenset({other.pk}))},
            by=a_user(),
            at=NOW,
        )


def test_without_a_scheme_there_is_nothing_to_score_by() -> None:
    one = an_application(round=None)

    with pytest.raises(DomainError, match="a scoring scheme in the programme first"):
        actions.score_application(application=one, said={}, by=a_user(), at=NOW)


def test_a_committee_is_appointed_and_changed(spring: Round) -> None:
    anna, jan = a_user(), a_user()
    given: Any = {"round": spring, "appointed_on": NOW.date(), "by": a_user(), "at": NOW}

    actions.appoint_committee(members={anna: Seat.CHAIR, jan: Seat.MEMBER}, quorum=2, **given)
    committee = actions.appoint_committee(members={jan: Seat.CHAIR}, quorum=1, **given)

    assert list(committee.members.values_list("user", "role", "left_on")) == [
        (anna.pk, "chair", NOW.date()),
        (jan.pk, "chair", None),
    ]
    with pytest.raises(DomainError, match="a quorum that they can make"):
        actions.appoint_committee(members={jan: Seat.CHAIR}, quorum=2, **given)
