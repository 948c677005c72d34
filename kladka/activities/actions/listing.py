"""Who is put on the list of one session."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.activities import errors
from kladka.activities.actions.occupying import restate_uses
from kladka.activities.actions.register import record_attendance
from kladka.activities.choices import ActivityKind, Mark
from kladka.activities.models import Session, SignUp
from kladka.activities.queries import on_the_list
from kladka.activities.rules.marks import Sent
from kladka.audit.actions import record
from kladka.participation.models import Participation

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def expect(*, session: Session, participation: Participation, by: "User", at: datetime) -> None:
    """Put a participant on the list of one session: a walk-in, or whoever a consultation is with.

    An individual meeting occupies the person, so that other plans warn. Twice changes nothing. Raises
    OfAnotherEdition.
    """
    if participation.edition_id != session.activity.edition_id:
        raise errors.OfAnotherEdition(name=participation.person.spoken_name)
    if Participation.objects.filter(on_the_list(session), pk=participation.pk).exists():
        return
    SignUp.objects.create(session=session, participation=participation, signed_at=at)
    if session.activity.kind == ActivityKind.CONSULTATION and not session.is_cancelled:
        restate_uses(session, at=at)
    record("activities.expected", on=session, by=by, at=at, participation=participation.pk)


@transaction.atomic
def admit(*, session: Session, participation: Participation, by: "User", at: datetime) -> None:
    """A participant came whom nobody expected: on the list, and present unless somebody wrote otherwise before.

    Raises what `expect` and `record_attendance` raise.
    """
    expect(session=session, participation=participation, by=by, at=at)
    record_attendance(session=session, marks={participation: Sent(Mark.PRESENT, fill=True)}, by=by, at=at)
