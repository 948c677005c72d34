"""What is meant to take place: activities, single sessions, series, and how a plan changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.timezone import get_current_timezone, localdate

from kladka.activities import errors
from kladka.activities.actions.occupying import occupy, release, restate_uses, uses_of
from kladka.activities.choices import ActivityKind, GroupKind, SessionState
from kladka.activities.facts import SessionCancelled, SessionMoved, SessionsPlanned
from kladka.activities.models import Activity, Session, SessionStaff
from kladka.activities.rules import register, series
from kladka.audit.actions import Change, changes_between, fields_of, record
from kladka.core.queue import announce
from kladka.programmes.models import Edition
from kladka.programmes.queries import check_months_are_open

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.activities.models import Event, Group
    from kladka.places.models import Room, Venue
    from kladka.programmes.models import Support

CHANGEABLE = ("starts_at", "ends_at", "venue", "room")


@dataclass(frozen=True, slots=True)
class Details:
    """Where sessions are, who leads them, what they are about. A room lies in its venue; all may be unknown yet."""

    venue: "Venue | None" = None
    room: "Room | None" = None
    staff: Sequence["User"] = ()
    title: str = ""
    places: int | None = None

    @property
    def fields(self) -> dict[str, object]:
        venue = self.room.venue if self.room else self.venue
        return {"room": self.room, "venue": venue, "title": self.title.strip(), "places": self.places}


NOTHING_YET = Details()


@dataclass(frozen=True, slots=True)
class Planned:
    """What became of a series: new sessions, holidays left out, and terms that were planned before."""

    sessions: tuple[Session, ...]
    skipped: tuple[date, ...] = ()
    already: tuple[datetime, ...] = ()


@transaction.atomic
def add_activity(
    *,
    edition: Edition,
    by: "User",
    at: datetime,
    group: "Group | None" = None,
    event: "Event | None" = None,
    support: "Support | None" = None,
    title: str = "",
    is_public: bool | None = None,
) -> Activity:
    """Begin something that meets: of a group or club, of an event, or with one person at a time.

    Clubs and events are open to anybody and stand in the public calendar unless told otherwise. Raises TitleTaken.
    """
    offer = group.offer if group else None
    support = support or (offer.support if offer else None) or (event.support if event else None)
    task = (
        (event.task if event else None)
        or (offer.task if offer else None)
        or (support.task if support else None)
    )
    is_open = bool(event) or (group is not None and group.kind == GroupKind.CLUB)
    activity = Activity(
        edition=edition,
        kind=ActivityKind.GROUP if group else ActivityKind.EVENT if event else ActivityKind.CONSULTATION,
        group=group,
        event=event,
        offer=offer,
        support=support,
        task=task,
        title=title.strip(),
        is_open=is_open,
        is_public=is_open if is_public is None else is_public,
    )
    try:
        with transaction.atomic():
            activity.save(force_insert=True)
    except IntegrityError as error:
        if "activity_one_of_a_title" not in str(error):
            raise
        raise errors.TitleTaken from error
    record("activities.activity_added", on=activity, by=by, at=at)
    return activity


def check_may_happen(activity: Activity, terms: Iterable[series.Term], *, on: date) -> None:
    """Whether sessions may lie there, planned or held, by the period that is in force on a day.

    Raises EndsBeforeItStarts, TooLong, BeforeEdition, AfterEdition, MonthClosed.
    """
    days = set()
    for term in terms:
        register.check_hours(term.starts_at, term.ends_at)
        days.add(term.starts_at.astimezone(get_current_timezone()).date())
    period = activity.edition.period_on(on)
    for day in sorted(days):
        register.check_day_is_in_edition(day, period)
    check_months_are_open(activity.edition, days)


@transaction.atomic
def plan_session(
    *, activity: Activity, term: series.Term, by: "User", at: datetime, details: Details = NOTHING_YET
) -> Session:
    """Plan one session, or enter one that was held: that is never refused for a room or a worker.

    Raises EndsBeforeItStarts, TooLong, BeforeEdition, AfterEdition, MonthClosed, RoomTaken, WorkerTaken.
    """
    check_may_happen(activity, [term], on=localdate(at))
    (session,) = _write(activity, [term], details, at=at)
    record("activities.session_planned", on=session, by=by, at=at)
    announce(SessionsPlanned(session_ids=(session.pk,)))
    return session


@transaction.atomic
def plan_series(
    *, activity: Activity, found: series.Series, by: "User", at: datetime, details: Details = NOTHING_YET
) -> Planned:
    """Plan a session for each term of a series, all or none; terms that this activity has already are left out.

    Raises what `plan_session` does.
    """
    check_may_happen(activity, found.terms, on=localdate(at))
    had = set(activity.sessions.taking_place().values_list("starts_at", flat=True))
    new = [term for term in found.terms if term.starts_at not in had]
    sessions = _write(activity, new, details, at=at)
    record("activities.series_planned", on=activity, by=by, at=at, sessions=len(sessions))
    announce(SessionsPlanned(session_ids=tuple(session.pk for session in sessions)))
    already = tuple(term.starts_at for term in found.terms if term.starts_at in had)
    return Planned(tuple(sessions), found.skipped, already)


def _write(
    activity: Activity, terms: Iterable[series.Term], details: Details, *, at: datetime
) -> list[Session]:
    """Sessions, their staff and what they occupy, in three statements whatever their number."""
    sessions = Session.objects.bulk_create(_session(activity, term, details) for term in terms)
    SessionStaff.objects.bulk_create(
        SessionStaff(session=session, worker=worker) for session in sessions for worker in details.staff
    )
    occupy([use for session in sessions for use in uses_of(session, staff=details.staff, at=at)])
    return sessions


def _session(activity: Activity, term: series.Term, details: Details) -> Session:
    return Session(
        activity=activity,
        starts_at=term.starts_at,
        ends_at=term.ends_at,
        first_planned_for=term.starts_at,
        **details.fields,
    )


@transaction.atomic
def move_session(
    *,
    session: Session,
    term: series.Term,
    by: "User",
    at: datetime,
    room: "Room | None" = None,
    reason: str = "",
) -> Session:
    """Another time, perhaps another room; the first term is kept.

    Raises SessionHeld, SessionCancelled and what `plan_session` does.
    """
    session = locked(session)
    check_is_only_planned(session)
    check_may_happen(session.activity, [term], on=localdate(at))
    before = fields_of(session, CHANGEABLE)
    session.starts_at, session.ends_at = term.starts_at, term.ends_at
    if room:
        session.room, session.venue = room, room.venue
    changes = changes_between(before, fields_of(session, CHANGEABLE))
    if changes:
        session.save(update_fields=CHANGEABLE)
        restate_uses(session, at=at)
        record("activities.session_moved", on=session, by=by, at=at, reason=reason, changes=changes)
        announce(SessionMoved(session_id=session.pk))
    return session


@transaction.atomic
def cancel_session(*, session: Session, reason: str, by: "User", at: datetime) -> Session:
    """It will not take place; what it occupied is free again. Raises ReasonMissing, SessionHeld."""
    if not reason.strip():
        raise errors.ReasonMissing
    session = locked(session)
    if session.is_cancelled:
        return session
    check_is_only_planned(session)
    change = Change("state", session.state, SessionState.CANCELLED)
    session.state = SessionState.CANCELLED
    session.save(update_fields=["state"])
    release(session)
    record("activities.session_cancelled", on=session, by=by, at=at, reason=reason.strip(), changes=[change])
    announce(SessionCancelled(session_id=session.pk))
    return session


def locked(session: Session) -> Session:
    """The row as it is now, kept from others until the end of the transaction."""
    related = ("activity__edition", "activity__group", "activity__event", "room")
    return Session.objects.select_for_update(of=("self",)).select_related(*related).get(pk=session.pk)


def check_is_only_planned(session: Session) -> None:
    """Raises SessionHeld, SessionCancelled."""
    if session.is_held:
        raise errors.SessionHeld
    if session.is_cancelled:
        raise errors.SessionCancelled
