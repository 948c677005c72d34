"""Two people choose among applicants at the same moment, each on a connection of its own."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest

from kladka.core.errors import DomainError
from kladka.definitions.actions import load
from kladka.definitions.tests.builders import a_programme
from kladka.municipalities.tests.apart import all_at_once, apart, in_apart
from kladka.participation.actions import Paper, record_exit, sign_agreement
from kladka.participation.choices import ExitReason
from kladka.participation.models import Participation
from kladka.programmes.choices import Relation
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_user, an_edition
from kladka.recruitment import actions
from kladka.recruitment.choices import Outcome, Way
from kladka.recruitment.models import Application, Card, Criterion, Decision, Promotion, Round, Scheme
from kladka.recruitment.tests.builders import a_card, a_meeting, a_round, a_scheme, a_seat, an_application

__all__ = ["apart"]  # a fixture that the tests below ask for by name
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("apart")]
NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)
SCHEME = """
[[schemes]]
key = "one"
title = "Scheme"

[[criteria]]
key = "alone"
scheme = "one"
kind = "premium"
title = "Lives alone"
points = "3"

[[rounds]]
key = "spring"
title = "Spring"
scheme = "one"
"""


def at_once(held: type[Edition] | type[Scheme], works: list[Callable[[], Any]]) -> list[str]:
    """What became of each: "done" or the name of its refusal. All wait for one row until it is let go."""
    return all_at_once(held._default_manager.all(), [partial(tried, work) for work in works])


def tried(work: Callable[[], Any]) -> str:
    try:
        work()
    except DomainError as refusal:
        return type(refusal).__name__
    return "done"


def test_two_clerks_give_the_last_place_at_the_same_moment() -> None:
    def two_applied() -> tuple[list[Application], Any]:
        edition = an_edition()
        spring = a_round(edition, limit=1, limit_relation=Relation.EXACTLY)
        return [an_application(edition=edition, round=spring) for _ in range(2)], a_user()

    both, clerk = in_apart(two_applied)

    def qualify(one: Application) -> Callable[[], Any]:
        given: Any = {"outcome": Outcome.QUALIFIED, "decided_on": date(2026, 3, 9), "by": clerk, "at": NOW}
        return lambda: actions.decide(application=one, **given)

    said = at_once(Edition, [qualify(one) for one in both])

    assert sorted(said) == ["NoPlaceLeft", "done"]
    assert in_apart(lambda: list(Decision.objects.values_list("outcome", flat=True))) == ["qualified"]


def test_two_members_score_first_at_the_same_moment() -> None:
    def a_committee() -> tuple[Application, list[Any]]:
        edition = an_edition()
        spring = a_round(edition, scheme=a_scheme(edition))
        members = [a_seat(spring).user for _ in range(2)]
        return an_application(edition=edition, round=spring), members

    one, members = in_apart(a_committee)

    said = at_once(Scheme, [partial(a_card, one, who, "food") for who in members])

    assert said == ["done", "done"]
    assert in_apart(lambda: (Card.objects.in_force().count(), Card.objects.count())) == (1, 2)


def test_a_member_scores_while_the_scheme_changes() -> None:
    """Either the change comes first and the card is of the changed scheme, or it comes too late and is refused."""

    def load_it(points: str) -> Any:
        file = a_programme(SCHEME.replace('points = "3"', f'points = "{points}"'))
        return load(file=file, municipality_code="9903011", by=a_user(), at=NOW)

    def applied() -> tuple[Application, Any]:
        load_it("3")
        spring = Round.objects.get()
        return an_application(edition=spring.edition, round=spring), a_user()

    one, member = in_apart(applied)

    def score() -> None:
        said = {Criterion.objects.get().pk: actions.Said(is_met=True)}
        actions.score_application(application=one, said=said, by=member, at=NOW)

    said = at_once(Scheme, [score, lambda: load_it("9")])

    total, points = in_apart(lambda: (Card.objects.get().total, Criterion.objects.get().points))
    assert said[0] == "done"
    assert (said[1], total, points) in {("done", 9, 9), ("SchemeFrozen", 3, 3)}
    assert tried(lambda: in_apart(lambda: load_it("5"))) == "SchemeFrozen"


def test_two_leave_at_the_same_moment_and_two_of_the_reserve_are_asked() -> None:
    def two_take_part() -> tuple[list[Participation], Any]:
        edition = an_edition()
        spring = a_round(edition, limit=2, limit_relation=Relation.EXACTLY, way=Way.ORDER)
        seat = a_seat(spring)
        those = [an_application(edition=edition, round=spring, by=seat.user) for _ in range(4)]
        actions.seal_protocol(round=spring, meeting=a_meeting(seat), by=seat.user, at=NOW)
        paper = Paper(signed_on=NOW.date())
        signed = [sign_agreement(who=one, paper=paper, by=seat.user, at=NOW) for one in those[:2]]
        return signed, seat.user

    both, clerk = in_apart(two_take_part)
    given: Any = {"left_on": NOW.date(), "reason": ExitReason.RESIGNED, "path_completed": False}

    said = at_once(
        Edition, [partial(record_exit, participation=one, by=clerk, at=NOW, **given) for one in both]
    )

    asked = Promotion.objects.order_by("application").values_list("application__number", "answer")
    assert (said, in_apart(lambda: list(asked.all()))) == (["done"] * 2, [("Z-0003", ""), ("Z-0004", "")])
