"""Which list a person is on: the one place that decides."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.audit.actions import record
from kladka.programmes.models import Edition
from kladka.recruitment import errors, queries, rules
from kladka.recruitment.actions.application import locked
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application, Decision, Draft, Protocol

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def decide(
    *,
    application: Application,
    outcome: Outcome,
    decided_on: date,
    reason: str = "",
    protocol: Protocol | None = None,
    by: "User",
    at: datetime,
) -> Decision:
    """Put the person on a list; an earlier decision stays in the history.

    To qualify, every check of `rules.CHECKS` must hold and a place be free; and who is decided one by one, not by a
    protocol, must be known. Raises their errors, IdentityInDoubt, ReasonMissing, DecidedBeforeReceived,
    DecidedInFuture.
    """
    if (
        outcome == Outcome.QUALIFIED
    ):  # before the application, as everywhere: two must not wait for each other
        Edition.objects.select_for_update().get(pk=application.edition_id)
    application = locked(application)
    _check_day(application, decided_on, at=at)
    if outcome == Outcome.QUALIFIED:
        _check_may_qualify(application)
        if protocol is None and Draft.objects.in_doubt().filter(application=application).exists():
            raise errors.IdentityInDoubt
    if outcome == Outcome.NOT_QUALIFIED and not reason.strip():
        raise errors.ReasonMissing
    if outcome == Outcome.QUALIFIED and application.vacated_on:
        Application.objects.filter(pk=application.pk).update(vacated_on=None)
    application.decisions.filter(replaced_at=None).update(replaced_at=at)
    decision = Decision.objects.create(
        application=application,
        outcome=outcome,
        decided_on=decided_on,
        decided_by=by,
        reason=reason.strip(),
        protocol=protocol,
        recorded_at=at,
    )
    record("recruitment.decided", on=application, by=by, at=at, reason=reason.strip(), outcome=str(outcome))
    return decision


def _check_may_qualify(application: Application) -> None:
    rules.check_eligible(queries.case_of(application))
    for limit in queries.limits_for(application):
        rules.check_place_is_free(taken=limit.taken, places=limit.places)


def _check_day(application: Application, decided_on: date, *, at: datetime) -> None:
    if decided_on < localdate(application.received_at):
        raise errors.DecidedBeforeReceived
    if decided_on > localdate(at):
        raise errors.DecidedInFuture
