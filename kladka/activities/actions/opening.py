"""Whether the register of a session may be written now, and what writing it means for the session."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import DateField, Exists, OuterRef
from django.db.models.functions import TruncMonth

from kladka.activities import errors
from kladka.activities.choices import SessionState
from kladka.activities.models import Session
from kladka.activities.rules import register
from kladka.audit.actions import record
from kladka.programmes.models import ClosedMonth, Edition

if TYPE_CHECKING:
    from kladka.accounts.models import User


def open_register(session: Session, *, at: datetime, reason: str = "") -> Session:
    """The session, if its register may be written now; it and its activity are kept from others. One statement.

    The activity too: two sessions of it saved at once give one sum to each person. Raises SessionCancelled,
    BeforeEdition, AfterEdition, RegisterNotYetOpen, RegisterClosed, MonthClosed.
    """
    closed = ClosedMonth.objects.filter(edition=OuterRef("activity__edition"), month=OuterRef("month"))
    month = TruncMonth("starts_at", output_field=DateField())
    locking: Any = Session.objects.select_for_update(of=("self", "activity")).select_related(
        "activity__edition"
    )
    found: Session = locking.annotate(month=month, month_is_closed=Exists(closed)).get(pk=session.pk)
    check_register(found, at=at, reason=reason)
    if found.month_is_closed:  # type: ignore[attr-defined]
        raise errors.MonthClosed(day=found.day)
    return found


def check_register(session: Session, *, at: datetime, reason: str = "") -> None:
    """As `open_register`, for a page that only asks; months are not looked up."""
    state = register.Register(
        session.starts_at, session.day, session.register_closed_at, cancelled=session.is_cancelled
    )
    register.check_register_is_open(state, period_of(session.activity.edition), now=at, reason=reason)


def period_of(edition: Edition) -> register.Period:
    return register.Period(edition.starts, edition.end.last_day if edition.end else None)


def hold(session: Session) -> None:
    """Something was written of it, so it took place."""
    if session.state == SessionState.PLANNED:
        session.state = SessionState.HELD
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
