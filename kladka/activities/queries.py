"""Reads over sessions, their lists and what overlaps."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import holidays
from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, TruncDate
from django.utils.timezone import make_aware

from kladka.activities.choices import Mark, UseKind
from kladka.activities.models import Attendance, Group, GroupMembership, Occupation, Session, SignUp
from kladka.activities.rules.overlaps import Verdict, judge
from kladka.activities.rules.series import Frame
from kladka.participation.models import Participation, SupportReceived

if TYPE_CHECKING:
    from kladka.accounts.models import User

SHOWN = (
    "activity__edition__programme",
    "activity__group__offer",
    "activity__event",
    "venue__address",
    "room__venue",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One person on the sheet: what is marked, since when she takes part, and the minutes on her pathway."""

    participation: Participation
    mark: str
    minutes_so_far: int
    is_added: bool  # expected at this session only

    @property
    def started_on(self) -> date | None:
        return self.participation.started_on


def sessions_of_day(user: "User", day: date) -> "QuerySet[Session]":
    """What the user may see of one day, in order of time."""
    start = make_aware(datetime.combine(day, time.min))
    end = make_aware(datetime.combine(day + timedelta(days=1), time.min))
    return Session.objects.visible_to(user).between(start, end).select_related(*SHOWN)


def public_sessions(first_day: date, last_day: date) -> "QuerySet[Session]":
    """For the calendar of residents, both days in; cancelled ones are there and say so."""
    start = make_aware(datetime.combine(first_day, time.min))
    end = make_aware(datetime.combine(last_day + timedelta(days=1), time.min))
    return Session.objects.public().between(start, end).select_related(*SHOWN)


def on_the_list(session: Session) -> Q:
    """Who may be marked: members of the group that day, those signed up, and whoever has a mark already."""
    signed = SignUp.objects.filter(session=session, participation=OuterRef("pk"), withdrawn_at=None)
    marked = Attendance.objects.filter(session=session, participation=OuterRef("pk"))
    expected = Q(Exists(signed)) | Q(Exists(marked))
    group = session.activity.group_id
    return expected | Q(Exists(_members(group, session.day))) if group else expected


def _members(group: int, day: date) -> "QuerySet[GroupMembership]":
    return GroupMembership.objects.on(day).filter(group=group, participation=OuterRef("pk"))


def with_other_sessions(people: "QuerySet[Participation]", session: Session) -> "QuerySet[Participation]":
    """Beside each person the mark in this register, and what the activity's other sessions add up to."""
    here = Q(marks__session=session)
    others = Q(marks__session__activity=session.activity_id, marks__mark=Mark.PRESENT) & ~here
    day = TruncDate("marks__session__starts_at")
    return people.select_related("person").annotate(
        kept=Coalesce(Max("marks__mark", filter=here), Value("")),
        other_first=Min(day, filter=others),
        other_last=Max(day, filter=others),
        other_minutes=Coalesce(Sum("marks__minutes", filter=others), 0),
    )


def register_of(session: Session) -> list[Line]:
    """The sheet, surnames in the order of the alphabet, in one query."""
    here = Attendance.objects.filter(session=session, participation=OuterRef("pk"))
    hours = SupportReceived.objects.filter(participation=OuterRef("pk")).values("participation")
    people: Any = (
        Participation.objects.filter(on_the_list(session), edition=session.activity.edition_id)
        .select_related("person")
        .annotate(
            kept=Coalesce(Subquery(here.values("mark")), Value("")),
            minutes=Coalesce(Subquery(hours.values(total=Sum("minutes"))), Value(0)),
            member=Exists(_members(session.activity.group_id or 0, session.day)),
        )
        .order_by("person__sort_key", "pk")
    )
    return [Line(one, one.kept, one.minutes, not one.member) for one in people]


@dataclass(frozen=True, slots=True)
class Attended:
    """How many were there: named ones, and heads that nobody named."""

    named: int
    anonymous: int

    @property
    def everybody(self) -> int:
        return self.named + self.anonymous


def attended(session: Session) -> Attended:
    heads = session.tallies.aggregate(heads=Coalesce(Sum("number"), 0))["heads"]
    return Attended(session.marks.present().count(), heads)


def with_figures(sessions: "QuerySet[Session]") -> "QuerySet[Session, Session]":
    """Beside each session how many were present by name, and how many were only counted."""
    present = Attendance.objects.present().filter(session=OuterRef("pk")).values("session")
    heads = Session.objects.filter(pk=OuterRef("pk")).values("pk").annotate(heads=Sum("tallies__number"))
    return sessions.annotate(
        named=Coalesce(Subquery(present.values(number=Count("pk"))), Value(0)),
        anonymous=Coalesce(Subquery(heads.values("heads")), Value(0)),
    )


@dataclass(frozen=True, slots=True)
class Overlap:
    """Something else at the same time. The hours of a worker need a decision before they are charged."""

    what: str
    other: str
    needs_decision: bool


def overlaps_of(session: Session) -> list[Overlap]:
    """What else its exclusive room or its workers were taken by, for the warning on a session that was held."""
    mine = Occupation.objects.of(UseKind.SESSION, session.pk).select_related("room__venue", "worker")
    return [
        Overlap(str(use.what), name_of(other), decides(use))
        for use in mine
        for other in Occupation.objects.beside(use)
    ]


def decides(use: Occupation) -> bool:
    exclusive = use.room is None or use.room.is_exclusive
    return judge(use.resource, held=not use.refuses_others, exclusive=exclusive) == Verdict.DECIDE


def name_of(occupation: Occupation) -> str:
    """What occupies, in words."""
    if occupation.source_kind == UseKind.SESSION:
        sessions = Session.objects.select_related("activity__group__offer", "activity__event")
        return str(sessions.get(pk=occupation.source_id))
    return str(occupation.get_source_kind_display())


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
