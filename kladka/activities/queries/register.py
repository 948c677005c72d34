"""Who is expected at a session, and what the sheet shows of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, Max, Min, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, TruncDate

from kladka.activities.choices import Mark
from kladka.activities.models import Attendance, GroupMembership, Session, SignUp
from kladka.participation.models import Participation, SupportReceived
from kladka.people.models import Person

if TYPE_CHECKING:
    from kladka.accounts.models import User


@dataclass(frozen=True, slots=True)
class Line:
    """One person on the sheet: what is marked, since when she takes part, and the minutes on her pathway."""

    participation: Participation
    mark: str
    minutes_so_far: int
    is_added: bool  # expected at this session only

    @property
    def words(self) -> str:
        return str(Mark(self.mark).label) if self.mark else ""

    @property
    def started_on(self) -> date | None:
        return self.participation.started_on


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


def walk_ins(user: "User", session: Session, words: str) -> "QuerySet[Participation]":
    """Whom the user may put on this list: in the edition on that day, by a part of a name or a number."""
    inside = Participation.objects.visible_to(user).open_on(session.day)
    found = inside.filter(edition=session.activity.edition_id, person__in=Person.objects.matching(words))
    return found.exclude(on_the_list(session)).select_related("person").order_by("person__sort_key", "pk")


def starts_of(participations: Iterable[int]) -> dict[int, date | None]:
    """Since when each of them takes part, as it now stands."""
    return dict(Participation.objects.filter(pk__in=participations).values_list("pk", "started_on"))
