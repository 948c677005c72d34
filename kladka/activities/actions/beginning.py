"""From what somebody chose in a form to sessions: what has no activity yet begins one."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.activities.actions.planning import Details, Planned, add_activity, plan_series, plan_session
from kladka.activities.models import Activity
from kladka.activities.queries import Subject, public_holidays
from kladka.activities.rules.series import Frame, expand, term_on

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from kladka.accounts.models import User


@transaction.atomic
def plan(
    *,
    subject: Subject,
    frame: Frame,
    days: tuple[date, date | None],
    zone: "ZoneInfo",
    details: Details,
    by: "User",
    at: datetime,
) -> Planned:
    """One session on the first day, or with a last day one each week, public holidays left out.

    Raises what `plan_session` and `plan_series` raise, NothingInSeries.
    """
    activity = begin(subject, by=by, at=at)
    first_day, last_day = days
    if last_day is None:
        term = term_on(first_day, frame, zone)
        return Planned((plan_session(activity=activity, term=term, details=details, by=by, at=at),))
    free = public_holidays(first_day, last_day)
    found = expand([frame], first_day=first_day, last_day=last_day, holidays=free, zone=zone)
    return plan_series(activity=activity, found=found, details=details, by=by, at=at)


def begin(subject: Subject, *, by: "User", at: datetime) -> Activity:
    """The activity of what was chosen."""
    if subject.activity:
        return subject.activity
    source = subject.group or subject.event
    if source is None:
        raise ValueError(subject.key)
    return add_activity(edition=source.edition, group=subject.group, event=subject.event, by=by, at=at)
