"""What happens to an application once it is there: papers, proofs, withdrawal."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.audit.actions import Change, record
from kladka.recruitment import errors
from kladka.recruitment.models import Application, Ground, GroundClaim, MissingThing

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def mark_complete(*, application: Application, by: "User", at: datetime) -> None:
    """All papers are there and signed, also those noted as missing. Saying it twice changes nothing."""
    application = locked(application)
    if application.is_complete:
        return
    Application.objects.filter(pk=application.pk).update(is_complete=True)
    waited_for = MissingThing.objects.waited_for().filter(application=application)
    waited_for.update(brought_on=localdate(at), taken_by=by)
    completed = [Change("is_complete", old=False, new=True)]
    record("recruitment.papers_completed", on=application, by=by, at=at, changes=completed)


@transaction.atomic
def name_ground(*, application: Application, ground: Ground, by: "User", at: datetime) -> GroundClaim:
    """The applicant has a further ground. Raises OfAnotherEdition, GroundAlreadyNamed."""
    application = locked(application)
    if ground.edition_id != application.edition_id:
        raise errors.OfAnotherEdition
    claim, is_new = GroundClaim.objects.get_or_create(application=application, ground=ground)
    if not is_new:
        raise errors.GroundAlreadyNamed
    record("recruitment.ground_named", on=application, by=by, at=at)
    return claim


@transaction.atomic
def see_proof(*, claim: GroundClaim, evidence: str, by: "User", at: datetime) -> GroundClaim:
    """Somebody has seen what proves the ground; no copy is kept. Raises ProofUnnamed."""
    if not evidence.strip():
        raise errors.ProofUnnamed
    claim = GroundClaim.objects.select_for_update(of=("self",)).select_related("application").get(pk=claim.pk)
    claim.evidence, claim.seen_on, claim.seen_by = evidence.strip(), localdate(at), by
    claim.save(update_fields=["evidence", "seen_on", "seen_by"])
    record("recruitment.proof_seen", on=claim.application, by=by, at=at)
    return claim


@transaction.atomic
def withdraw(*, application: Application, on: date, by: "User", at: datetime) -> None:
    """The person does not want to come; their number stays. Twice changes nothing. Raises WithdrawnBeforeReceived."""
    application = locked(application)
    if application.withdrawn_on:
        return
    if on < localdate(application.received_at):
        raise errors.WithdrawnBeforeReceived
    Application.objects.filter(pk=application.pk).update(withdrawn_on=on)
    record("recruitment.withdrawn", on=application, by=by, at=at, changes=[Change("withdrawn_on", None, on)])


def locked(application: Application) -> Application:
    """One after another: two who decide at once see each other's decision."""
    return Application.objects.select_for_update().get(pk=application.pk)
