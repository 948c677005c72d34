"""What sessions take up, restated; a plan that meets another plan is refused with the name of the other one."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from kladka.activities.choices import ActivityKind, UseKind
from kladka.activities.errors import RoomTaken, WorkerTaken
from kladka.activities.models import Occupation, Session
from kladka.activities.queries import name_of

if TYPE_CHECKING:
    from kladka.accounts.models import User


def uses_of(session: Session, *, staff: Iterable["User"], at: datetime) -> list[Occupation]:
    """Its room, its workers, and whom an individual meeting is with.

    Only what has not begun is a plan, and only a plan refuses others; an overlap of a person only warns.
    """
    is_plan = session.starts_at > at
    common = {
        "source_kind": UseKind.SESSION,
        "source_id": session.pk,
        "during": DateTimeTZRange(session.starts_at, session.ends_at),
    }
    workers = [Occupation(worker=one, refuses_others=is_plan, **common) for one in staff]
    persons = [Occupation(person_id=one, **common) for one in met_alone(session)]
    if session.room is None:
        return [*workers, *persons]
    is_refusing = is_plan and session.room.is_exclusive
    return [Occupation(room=session.room, refuses_others=is_refusing, **common), *workers, *persons]


def met_alone(session: Session) -> list[int]:
    """Whom a planned individual meeting is with; groups, clubs and events occupy nobody."""
    if session.activity.kind != ActivityKind.CONSULTATION:
        return []
    signed = session.sign_ups.filter(withdrawn_at=None).exclude(participation=None)
    return list(signed.values_list("participation__person", flat=True))


def restate_uses(session: Session, *, at: datetime) -> None:
    """Free what the session occupied and take what it needs now. Raises RoomTaken, WorkerTaken."""
    release(session)
    staff = [one.worker for one in session.staff.select_related("worker")]
    occupy(uses_of(session, staff=staff, at=at))


def occupy(uses: Sequence[Occupation]) -> None:
    """Raises RoomTaken, WorkerTaken."""
    try:
        with transaction.atomic():
            Occupation.objects.bulk_create(uses)
    except IntegrityError as error:
        taken = next(filter(None, map(_met_by, uses)), None)
        if taken is None:
            raise
        use, other = taken
        refusal = RoomTaken if use.room_id else WorkerTaken
        raise refusal(starts_at=other.during.lower, title=name_of(other)) from error


def release(session: Session) -> None:
    Occupation.objects.of(UseKind.SESSION, session.pk).delete()


def _met_by(use: Occupation) -> tuple[Occupation, Occupation] | None:
    """A plan and the earliest other one that stands in its way."""
    if not use.refuses_others:
        return None
    other = Occupation.objects.beside(use).filter(refuses_others=True).order_by("during").first()
    return (use, other) if other else None
