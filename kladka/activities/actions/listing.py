"""Who is put on the list of one session."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.activities import errors
from kladka.activities.models import Session, SignUp
from kladka.activities.queries import on_the_list
from kladka.audit.actions import record
from kladka.participation.models import Participation

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def expect(*, session: Session, participation: Participation, by: "User", at: datetime) -> None:
    """Put a participant on the list of one session: a walk-in, or whoever a consultation is with.

    Twice changes nothing. Raises OfAnotherEdition.
    """
    if participation.edition_id != session.activity.edition_id:
        raise errors.OfAnotherEdition(name=participation.person.spoken_name)
    if Participation.objects.filter(on_the_list(session), pk=participation.pk).exists():
        return
    SignUp.objects.create(session=session, participation=participation, signed_at=at)
    record("activities.expected", on=session, by=by, at=at, participation=participation.pk)
