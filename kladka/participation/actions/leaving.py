"""The end of a participation, what became of the person, and coming back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from kladka.audit.actions import Change, record
from kladka.core.queue import announce
from kladka.participation import errors, rules
from kladka.participation.choices import ExitReason, Situation
from kladka.participation.facts import ParticipationEnded
from kladka.participation.models import Exit, FollowUp, Outcome, Participation
from kladka.programmes.models import Edition
from kladka.programmes.queries import check_months_are_open
from kladka.recruitment.actions import pass_place_on, take_place_back

if TYPE_CHECKING:
    from kladka.accounts.models import User


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A situation, the day since when it is so, and the paper that proves it with the day on which it came."""

    situation: Situation
    happened_on: date
    evidence: str = ""
    received_on: date | None = None


@transaction.atomic
def record_exit(
    *,
    participation: Participation,
    left_on: date,
    reason: ExitReason,
    path_completed: bool,
    by: "User",
    at: datetime,
) -> Exit:
    """Close a participation with its last day; result data are due within four weeks after it.

    Whoever leaves before the end of the path makes the place of the round free, and the first of the reserve is asked
    while the edition lasts. Raises AlreadyLeft, LeavesInFuture, LeavesBeforeAgreement, LeavesBeforeLastSupport,
    MonthClosed.
    """
    frees_place = participation.application_id is not None and not path_completed
    if frees_place:  # before the participation, as everywhere: two must not wait for each other
        Edition.objects.select_for_update().get(pk=participation.edition_id)
    participation = _locked(participation)
    if participation.left_on is not None:
        raise errors.AlreadyLeft(participation.left_on)
    last_support_on = participation.supports.aggregate(day=Max("last_on"))["day"]
    opened_on = participation.opened_on
    check_months_are_open(participation.edition, [left_on])
    rules.check_leaving(left_on, opened_on=opened_on, last_support_on=last_support_on, on=localdate(at))
    Participation.objects.filter(pk=participation.pk).update(left_on=left_on)
    kept = Exit.objects.create(
        participation=participation,
        reason=reason,
        path_completed=path_completed,
        recorded_by=by,
        recorded_at=at,
    )
    if participation.started_on is not None:
        FollowUp.objects.create(participation=participation, due_on=rules.follow_up_due(left_on))
    left = [Change("left_on", None, left_on)]
    record("participation.exit_recorded", on=participation, by=by, at=at, changes=left)
    if frees_place and reason != ExitReason.DUPLICATE:
        _pass_place_on(participation, left_on, by=by, at=at)
    announce(ParticipationEnded(participation.pk))
    return kept


def _pass_place_on(participation: Participation, left_on: date, *, by: "User", at: datetime) -> None:
    """Nobody is asked to come to what is over."""
    last_day = participation.edition.period_on(localdate(at)).last_day
    if participation.application and (last_day is None or localdate(at) <= last_day):
        pass_place_on(application=participation.application, on=left_on, by=by, at=at)


@transaction.atomic
def reopen(*, participation: Participation, reason: str, by: "User", at: datetime) -> None:
    """The person comes back to the same participation and the same frozen entry, and counts once (V20).

    How it had ended stays in the trail; outcomes stay as they are. Raises NotLeft, ReasonMissing, AlreadyTakesPart,
    MonthClosed.
    """
    if not reason.strip():
        raise errors.ReasonMissing
    participation = _locked(participation)
    left_on = participation.left_on
    if left_on is None:
        raise errors.NotLeft
    check_months_are_open(participation.edition, [left_on])
    others = Participation.objects.filter(person=participation.person_id, edition=participation.edition_id)
    if others.filter(left_on=None).exists():
        raise errors.AlreadyTakesPart
    Exit.objects.filter(participation=participation).delete()
    FollowUp.objects.filter(participation=participation).delete()
    Participation.objects.filter(pk=participation.pk).update(left_on=None)
    if participation.application is not None:
        take_place_back(application=participation.application, by=by, at=at)
    back = [Change("left_on", left_on, None)]
    record("participation.reopened", on=participation, by=by, at=at, reason=reason.strip(), changes=back)


@transaction.atomic
def record_outcome(*, participation: Participation, result: Result, by: "User", at: datetime) -> Outcome:
    """What has changed for the person, also while it still takes part (an examination passed). Twice is once.

    Raises OutcomeInFuture, OutcomeBeforeAgreement.
    """
    day = localdate(at)
    rules.check_outcome_day(result.happened_on, opened_on=participation.opened_on, on=day)
    outcome, _ = Outcome.objects.update_or_create(
        participation=participation,
        situation=result.situation,
        happened_on=result.happened_on,
        defaults={
            "evidence": result.evidence.strip(),
            "received_on": result.received_on,
            "recorded_by": by,
            "recorded_at": at,
        },
    )
    record("participation.outcome_recorded", on=participation, by=by, at=at, outcome=outcome.pk)
    return outcome


@transaction.atomic
def record_follow_up(
    *, participation: Participation, done_on: date, results: Sequence[Result], by: "User", at: datetime
) -> FollowUp:
    """The question asked after the end was answered; each result is an outcome of its own.

    Raises NotLeft, OutcomeInFuture, OutcomeBeforeAgreement.
    """
    participation = _locked(participation)
    if participation.left_on is None:
        raise errors.NotLeft
    if done_on > localdate(at):
        raise errors.OutcomeInFuture
    for result in results:
        record_outcome(participation=participation, result=result, by=by, at=at)
    due_on = rules.follow_up_due(participation.left_on)
    done, _ = FollowUp.objects.update_or_create(
        participation=participation, defaults={"due_on": due_on, "done_on": done_on, "done_by": by}
    )
    record("participation.followed_up", on=participation, by=by, at=at, results=len(results))
    return done


def _locked(participation: Participation) -> Participation:
    return Participation.objects.select_for_update(of=("self",)).get(pk=participation.pk)
