"""What can be planned, and on which days."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import holidays
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from kladka.activities.models import Activity, Event, Group
from kladka.activities.models.reach import reached
from kladka.activities.rules.series import Frame
from kladka.core.sorting import sort_key
from kladka.places.models import Room
from kladka.programmes.access import WITH_PEOPLE, roles_of
from kladka.programmes.models import TeamMember

if TYPE_CHECKING:
    from kladka.accounts.models import User


def frames_of(group: Group) -> list[Frame]:
    """The weekly frames of a group, as the rules of a series take them."""
    return [
        Frame(one.weekday, one.starts_at, one.ends_at, one.valid_from, one.valid_until)
        for one in group.weekly_frames.all()
    ]


def public_holidays(first_day: date, last_day: date) -> set[date]:
    """Days free from work by Polish law between two days, both in."""
    years = range(first_day.year, last_day.year + 1)
    return {day for day in holidays.country_holidays("PL", years=years) if first_day <= day <= last_day}


@dataclass(frozen=True, slots=True)
class Subject:
    """What sessions can be planned of: an activity, or a group or an event that has none yet."""

    key: str
    title: str
    activity: Activity | None = None
    group: Group | None = None
    event: Event | None = None


def subjects_of(user: "User", *, on: date) -> list[Subject]:
    """What the user may plan today, in order of names."""
    roles = roles_of(user, on=on, among=WITH_PEOPLE)
    activities = Activity.objects.select_related("group__offer", "event", "support").filter(reached(roles))
    groups = Group.objects.select_related("offer__support", "offer__task", "edition").filter(
        reached(roles, task="offer__task"), activities=None
    )
    events = Event.objects.select_related("support", "edition").filter(
        reached(roles, offer=None), activities=None
    )
    found = [
        *(Subject(f"activity-{one.pk}", str(one), activity=one) for one in activities),
        *(Subject(f"group-{one.pk}", str(one), group=one) for one in groups),
        *(Subject(f"event-{one.pk}", str(one), event=one) for one in events),
    ]
    return sorted(found, key=lambda subject: sort_key(subject.title))


def rooms() -> QuerySet[Room]:
    return Room.objects.select_related("venue__address", "venue__district").order_by(
        "venue__name", "name", "pk"
    )


def colleagues_of(user: "User", *, on: date) -> "QuerySet[User]":
    """Who works with people today where this user works, and so may lead sessions there."""
    mine = TeamMember.objects.of(user, on=on).working_in_programmes()
    working = TeamMember.objects.filter(
        Q(to_day=None) | Q(to_day__gte=on), from_day__lte=on, role__in=WITH_PEOPLE
    )
    everywhere = mine.filter(edition=None).exists()
    near = working if everywhere else working.filter(Q(edition=None) | Q(edition__in=mine.values("edition")))
    return get_user_model().objects.filter(pk__in=near.values("user")).order_by("name", "pk")
