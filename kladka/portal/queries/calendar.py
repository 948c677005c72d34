"""Sessions that anybody may see, as entries of the calendar. Whatever the month holds, one statement."""

from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localtime, make_aware

from kladka.activities.models import Session
from kladka.activities.models.session import SessionQuerySet
from kladka.portal.rules.calendar import Entry

SHOWN = ("activity__edition__programme", "activity__group__offer", "activity__event", "venue__address")


def entries(first: date, last: date | None) -> list[Entry]:
    """Both days in; without a last day everything that comes later. Called-off ones stay and say so."""
    rows = seen().filter(starts_at__gte=begins(first))
    return listed(rows.filter(starts_at__lt=begins(last + timedelta(days=1))) if last else rows)


def next_ones(day: date, *, programme: int | None = None, most: int = 3) -> list[Entry]:
    """The next events from a day on that take place."""
    rows = seen().taking_place().filter(starts_at__gte=begins(day))
    return listed((rows.filter(activity__edition__programme=programme) if programme else rows)[:most])


def next_from(day: date) -> Entry | None:
    return next(iter(next_ones(day, most=1)), None)


def last_before(day: date) -> Entry | None:
    rows = seen().taking_place().filter(starts_at__lt=begins(day)).order_by("-starts_at", "-pk")
    return next(iter(listed(rows[:1])), None)


def entry(number: int) -> Entry | None:
    return next(iter(listed(seen().filter(pk=number))), None)


def seen() -> SessionQuerySet:
    """With the people who signed up counted, never named."""
    signed = Count("sign_ups", filter=Q(sign_ups__withdrawn_at=None))
    return Session.objects.public().select_related(*SHOWN, "venue__district", "room").annotate(signed=signed)


def begins(day: date) -> datetime:
    return make_aware(datetime.combine(day, time.min))


def listed(rows: QuerySet[Session]) -> list[Entry]:
    return [as_entry(row) for row in rows]


def as_entry(session: Session) -> Entry:
    activity = session.activity
    programme = activity.edition.programme
    free = session.places - getattr(session, "signed", 0) if session.places is not None else None
    venue = session.venue
    return Entry(
        number=session.pk,
        title=str(session),
        starts_at=localtime(session.starts_at),
        ends_at=localtime(session.ends_at),
        place=(venue.name or str(venue)) if venue else "",
        address=str(venue.address) if venue and venue.name and venue.address else "",
        group=str(activity.group) if activity.group else "",
        programme=programme.title,
        programme_key=programme.key,
        free_places=max(free, 0) if free is not None else None,
        needs_sign_up=session.places is not None,
        is_open=activity.is_open,
        moved_from=localtime(session.first_planned_for).date() if session.is_moved else None,
        called_off=session.is_cancelled,
    )
