"""What keeps the demo alive: on whatever day it stands, what runs on that day has a session to tick."""

from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from kladka.activities.actions import Details, plan_session
from kladka.activities.models import Activity
from kladka.activities.queries import sessions_of_day
from kladka.activities.rules.series import Term
from kladka.demo.lives.plan import GroupLife, Life
from kladka.demo.lives.stage import Cast
from kladka.programmes.models import Edition


def ensure_session_today(life: Life, edition: Edition, cast: Cast, *, at: datetime) -> None:
    """A session of the group that is shown, begun at the full hour, where the day has none of it yet."""
    for group in shown_on(localdate(at), life):
        activity = Activity.objects.get(edition=edition, group__key=group.key)
        if (
            sessions_of_day(cast.coordinator, localdate(at))
            .filter(activity=activity, starts_at__lte=at)
            .exists()
        ):
            continue
        starts_at = at.replace(minute=0, second=0, microsecond=0)
        term = Term(starts_at, starts_at + timedelta(minutes=group.minutes))
        site = activity.group.site if activity.group else None
        details = Details(venue=site.venue if site else None)
        plan_session(activity=activity, term=term, details=details, by=cast.worker, at=at)


def shown_on(day: date, life: Life) -> list[GroupLife]:
    """Of the groups that meet around this day those that the life names, else the first of them."""
    running = [one for one in life.groups if one.days[0] <= day <= one.days[1]]
    return [one for one in running if one.is_shown_today] or running[:1]
