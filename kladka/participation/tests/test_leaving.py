from datetime import UTC, date, datetime

import pytest

from kladka.audit.queries import trail_of
from kladka.participation import errors
from kladka.participation.actions import (
    Result,
    record_exit,
    record_follow_up,
    record_outcome,
    reopen,
    restate_supports,
)
from kladka.participation.choices import ExitReason, Situation, SourceKind
from kladka.participation.models import Exit, FollowUp, Outcome, Participation
from kladka.participation.rules import Received
from kladka.participation.tests.builders import AGREED, a_declared_participation, a_participation
from kladka.programmes.choices import Relation
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_support, a_user, an_edition
from kladka.recruitment.actions import seal_protocol
from kladka.recruitment.choices import Way
from kladka.recruitment.models import Application, Promotion
from kladka.recruitment.tests.builders import NOW as SEALED
from kladka.recruitment.tests.builders import a_meeting, a_round, a_seat, an_application

pytestmark = pytest.mark.django_db

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)
AT = datetime(2026, 4, 3, 9, tzinfo=UTC)


def started() -> Participation:
    one = a_declared_participation()
    row = Received(
        participation_id=one.pk, support_id=a_support(one.edition).pk, first_on=MONDAY, last_on=FRIDAY
    )
    restate_supports(source_kind=SourceKind.ACTIVITY, source_id=1, rows=[row], by=a_user(), at=AT)
    one.refresh_from_db()
    return one


def leave(one: Participation, on: date = FRIDAY) -> Exit:
    return record_exit(
        participation=one,
        left_on=on,
        reason=ExitReason.COMPLETED,
        path_completed=True,
        by=a_user(),
        at=AT,
    )


def test_an_exit_closes_the_participation_and_asks_again_in_four_weeks() -> None:
    one = started()

    leave(one)

    one.refresh_from_db()
    assert (one.left_on, one.exit.reason, one.exit.path_completed) == (FRIDAY, "completed", True)
    assert (one.follow_up.due_on, one.follow_up.done_on) == (date(2026, 4, 3), None)
    assert trail_of(one)[0].what == "end of participation recorded"


def test_who_never_came_is_not_asked_afterwards() -> None:
    one = a_participation()

    leave(one, AGREED)

    assert (Exit.objects.count(), FollowUp.objects.count()) == (1, 0)


def test_nobody_leaves_before_the_last_support() -> None:
    with pytest.raises(errors.LeavesBeforeLastSupport, match=r"not before March 6, 2026"):
        leave(started(), MONDAY)


def test_nobody_leaves_twice() -> None:
    one = started()
    leave(one)

    with pytest.raises(errors.AlreadyLeft):
        leave(one)


def test_coming_back_reopens_the_same_participation() -> None:
    one = started()
    leave(one)

    reopen(participation=one, reason="Wraca po leczeniu", by=a_user(), at=AT)

    one.refresh_from_db()
    assert (one.left_on, one.started_on, Exit.objects.count(), FollowUp.objects.count()) == (
        None,
        MONDAY,
        0,
        0,
    )
    assert trail_of(one)[0].reason == "Wraca po leczeniu"


def test_only_what_has_ended_is_reopened_and_with_a_reason() -> None:
    one = started()

    with pytest.raises(errors.NotLeft):
        reopen(participation=one, reason="Pomyłka", by=a_user(), at=AT)
    with pytest.raises(errors.ReasonMissing):
        reopen(participation=one, reason="", by=a_user(), at=AT)


def test_after_the_last_day_no_support_is_recorded() -> None:
    one = started()
    leave(one)
    row = Received(
        participation_id=one.pk,
        support_id=a_support(one.edition).pk,
        first_on=date(2026, 3, 9),
        last_on=date(2026, 3, 9),
    )

    with pytest.raises(errors.LeftBeforeSupport):
        restate_supports(source_kind=SourceKind.ACTIVITY, source_id=2, rows=[row], by=a_user(), at=AT)


def test_an_outcome_said_twice_is_one_with_the_later_proof() -> None:
    one = started()

    for evidence in ("", "Umowa o pracę"):
        record_outcome(
            participation=one,
            result=Result(
                situation=Situation.EMPLOYED,
                happened_on=date(2026, 3, 20),
                evidence=evidence,
                received_on=date(2026, 3, 25),
            ),
            by=a_user(),
            at=AT,
        )

    assert list(Outcome.objects.values_list("situation", "happened_on", "evidence", "received_on")) == [
        ("employed", date(2026, 3, 20), "Umowa o pracę", date(2026, 3, 25))
    ]


def test_a_follow_up_keeps_its_results() -> None:
    one, worker = started(), a_user()
    leave(one)

    record_follow_up(
        participation=one,
        done_on=date(2026, 4, 2),
        results=[Result(situation=Situation.SEEKING_WORK, happened_on=date(2026, 3, 10))],
        by=worker,
        at=AT,
    )

    done = FollowUp.objects.get(participation=one)
    assert (done.due_on, done.done_on, done.done_by) == (date(2026, 4, 3), date(2026, 4, 2), worker)
    assert list(Outcome.objects.values_list("situation", flat=True)) == ["seeking_work"]


def test_a_follow_up_comes_after_the_end_and_by_today() -> None:
    one = started()

    with pytest.raises(errors.NotLeft):
        record_follow_up(participation=one, done_on=FRIDAY, results=[], by=a_user(), at=AT)
    leave(one)
    with pytest.raises(errors.OutcomeInFuture):
        record_follow_up(participation=one, done_on=date(2026, 4, 4), results=[], by=a_user(), at=AT)


def a_round_with_a_reserve() -> tuple[Participation, Application]:
    """One place: who took part had it, the other waits on the sealed list."""
    edition = an_edition()
    spring = a_round(edition, limit=1, limit_relation=Relation.EXACTLY, way=Way.ORDER)
    seat = a_seat(spring)
    first, second = (an_application(edition=edition, round=spring, by=seat.user) for _ in range(2))
    seal_protocol(round=spring, meeting=a_meeting(seat), by=seat.user, at=SEALED)
    return Participation.objects.create(
        person=first.person, edition=edition, application=first, number="U/1", opened_on=AGREED
    ), second


@pytest.mark.parametrize(("path_completed", "asked"), [(False, 1), (True, 0)])
def test_who_leaves_before_the_end_frees_the_place_and_the_first_of_the_reserve_is_asked(
    *, path_completed: bool, asked: int
) -> None:
    one, second = a_round_with_a_reserve()
    given = {"reason": ExitReason.RESIGNED, "path_completed": path_completed}

    record_exit(participation=one, left_on=FRIDAY, by=a_user(), at=AT, **given)  # type: ignore[arg-type]
    offers = list(Promotion.objects.values_list("application", "vacated_by", "answer"))
    reopen(participation=one, reason="Wraca po leczeniu", by=a_user(), at=AT)

    assert offers == [(second.pk, one.application_id, "")] * asked
    assert list(Application.objects.values_list("vacated_on", flat=True)) == [None, None]


def test_a_place_of_an_edition_that_is_over_is_offered_to_nobody() -> None:
    one, _second = a_round_with_a_reserve()
    Edition.objects.filter(pk=one.edition_id).update(ends=FRIDAY)

    record_exit(
        participation=one,
        left_on=FRIDAY,
        reason=ExitReason.MOVED_AWAY,
        path_completed=False,
        by=a_user(),
        at=AT,
    )

    assert Promotion.objects.count() == 0
