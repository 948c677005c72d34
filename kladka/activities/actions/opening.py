"""Whether the register of a session may be written now, and what writing it means for the session."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import DateField, Exists, OuterRef
from django.db.models.functions import TruncMonth
from django.utils.timezone import localdate

from kladka.activities import errors
from kladka.activities.choices import SessionState
from kladka.activities.models import Session
from kladka.activities.rules import register
from kladka.audit.actions import Change, record
from kladka.programmes.errors import MonthClosed
from kladka.programmes.models import ClosedMonth, first_day_on, last_day_on
from kladka.programmes.rules import Period

if TYPE_CHECKING:
    from kladka.accounts.models import User


def open_register(session: Session, *, at: datetime, reason: str = "") -> Session:
    """The session, if its register may be written now; it and its activity are kept from others. One statement.

    The activity too: two sessions of it saved at once give one sum to each person. Raises SessionCancelled,
    BeforeEdition, AfterEdition, RegisterNotYetOpen, RegisterClosed, MonthClosed.
    """
    closed = ClosedMonth.objects.filter(edition=OuterRef("activity__edition"), month=OuterRef("month"))
    month = TruncMonth("starts_at", output_field=DateField())
    edition, on = "activity__edition", localdate(at)
    begins, stops = first_day_on(on, edition), last_day_on(on, edition)
    locking: Any = Session.objects.select_for_update(of=("self", "activity")).select_related(edition)
    found: Any = locking.annotate(
        month=month, month_is_closed=Exists(closed), begins=begins, stops=stops
    ).get(pk=session.pk)
    state = register.Register(
        found.starts_at, found.day, found.register_closed_at, cancelled=found.is_cancelled
    )
    period = Period.of_days(found.begins, found.stops)
    register.check_register_is_open(state, period, now=at, reason=reason)
    if found.month_is_closed:
        raise MonthClosed(day=found.day)
    kept: Session = found
    return kept


def hold(session: Session) -> None:
    """Something was written of it, so it took place."""
    if session.state == SessionState.PLANNED:
        _become(session, SessionState.HELD)


def open_again_if_empty(session: Session) -> None:
    """Everything was taken back and nobody closed the register: the session waits for it again."""
    if session.is_held and not (
        session.register_closed_at or session.marks.exists() or session.tallies.exists()
    ):
        _become(session, SessionState.PLANNED)


def _become(session: Session, state: SessionState) -> None:
    session.state = state
    session.save(update_fields=["state"])


@transaction.atomic
def close_register(*, session: Session, by: "User", at: datetime) -> None:
    """From now on a change needs a reason. Closing twice changes nothing."""
    session = open_register(session, at=at, reason="closing")
    if session.register_closed_at is None:
        hold(session)
        session.register_closed_at = at
        session.save(update_fields=["register_closed_at"])
        record("activities.register_closed", on=session, by=by, at=at)


@transaction.atomic
def reopen_register(*, session: Session, reason: str, by: "User", at: datetime) -> None:
    """The register can be written again as before; why stays in the trail. Of an open one nothing changes.

    Raises ReasonMissing, MonthClosed and what the register raises.
    """
    if not reason.strip():
        raise errors.ReasonMissing
    session = open_register(session, at=at, reason=reason)
    if session.register_closed_at is not None:
        opened = Change("register_closed_at", session.register_closed_at, None)
        session.register_closed_at = None
        session.save(update_fields=["register_closed_at"])
        open_again_if_empty(session)
        record(
            "activities.register_reopened", on=session, by=by, at=at, reason=reason.strip(), changes=[opened]
        )
