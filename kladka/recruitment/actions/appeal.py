"""An applicant does not agree with the result."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.audit.actions import record
from kladka.recruitment import errors
from kladka.recruitment.actions.application import locked
from kladka.recruitment.choices import AppealResult
from kladka.recruitment.models import Appeal, Application

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def receive_appeal(
    *, application: Application, words: str, received_on: date, by: "User", at: datetime
) -> Appeal:
    """Write down an appeal against the decision in force.

    Raises NothingToAppeal, AppealOpen, DayOutOfOrder, ReasonMissing.
    """
    application = locked(application)
    decision = application.decisions.in_force().first()
    if decision is None:
        raise errors.NothingToAppeal
    if application.appeals.filter(result="").exists():
        raise errors.AppealOpen
    if not decision.decided_on <= received_on <= localdate(at):
        raise errors.DayOutOfOrder
    if not words.strip():
        raise errors.ReasonMissing
    appeal = Appeal.objects.create(application=application, words=words.strip(), received_on=received_on)
    record("recruitment.appeal_received", on=application, by=by, at=at)
    return appeal


@transaction.atomic
def decide_appeal(
    *, appeal: Appeal, result: AppealResult, reason: str, decided_on: date, by: "User", at: datetime
) -> Appeal:
    """Upheld: the committee scores again and seals a new protocol, or the decision is changed; the appeal only says so.

    Raises AppealDecided, DayOutOfOrder, ReasonMissing.
    """
    appeal = Appeal.objects.select_for_update(of=("self",)).select_related("application").get(pk=appeal.pk)
    if appeal.result:
        raise errors.AppealDecided
    if not appeal.received_on <= decided_on <= localdate(at):
        raise errors.DayOutOfOrder
    if not reason.strip():
        raise errors.ReasonMissing
    appeal.result, appeal.reason, appeal.decided_on, appeal.decided_by = (
        result,
        reason.strip(),
        decided_on,
        by,
    )
    appeal.save(update_fields=["result", "reason", "decided_on", "decided_by"])
    record("recruitment.appeal_decided", on=appeal.application, by=by, at=at, result=str(result))
    return appeal
