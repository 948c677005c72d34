"""What an application still waits for: noted with who brings it and by when, and taken once it is there."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.audit.actions import Change, record
from kladka.recruitment import errors
from kladka.recruitment.actions.application import locked
from kladka.recruitment.models import Application, MissingThing

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.recruitment.choices import Bringer


@transaction.atomic
def note_missing(
    *, application: Application, what: str, brings: "Bringer", due_on: date, by: "User", at: datetime
) -> MissingThing:
    """A paper or an answer is not there; the set is not complete until it is.

    Raises Withdrawn, DecidedAlready, DueInPast.
    """
    application = locked(application)
    if application.withdrawn_on:
        raise errors.Withdrawn
    if application.decisions.in_force().exists():
        raise errors.DecidedAlready
    if due_on < localdate(at):
        raise errors.DueInPast
    changes = [Change("is_complete", old=True, new=False)] if application.is_complete else []
    Application.objects.filter(pk=application.pk, is_complete=True).update(is_complete=False)
    thing = MissingThing.objects.create(
        application=application,
        what=what.strip(),
        brings=brings,
        due_on=due_on,
        noted_on=localdate(at),
        noted_by=by,
    )
    record("recruitment.missing_noted", on=application, by=by, at=at, changes=changes)
    return thing


@transaction.atomic
def take_missing(*, thing: MissingThing, by: "User", at: datetime) -> None:
    """It is there now. Twice changes nothing; whether the whole set is complete is said apart."""
    locked(thing.application)
    taken = (
        MissingThing.objects.waited_for().filter(pk=thing.pk).update(brought_on=localdate(at), taken_by=by)
    )
    if taken:
        record("recruitment.missing_taken", on=thing.application, by=by, at=at)
