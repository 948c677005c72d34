"""Sessions of a day, of the public calendar and of the list, with how many came."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate, make_aware

from kladka.activities.models import Attendance, Session

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.activities.models.session import SessionQuerySet
    from kladka.programmes.models import Edition

SHOWN = (
    "activity__edition__programme",
    "activity__task",
    "activity__offer",
    "activity__group__offer",
    "activity__event",
    "activity__support",
    "venue__address",
    "room__venue",
)


def sessions_of_day(user: "User", day: date) -> "SessionQuerySet":
    """What the user may see of one day, in order of time."""
    start = make_aware(datetime.combine(day, time.min))
    end = make_aware(datetime.combine(day + timedelta(days=1), time.min))
    return Session.objects.visible_to(user).between(start, end).select_related(*SHOWN)


def public_sessions(first_day: date, last_day: date) -> "QuerySet[Session]":
    """For the calendar of residents, both days in; cancelled ones are there and say so."""
    start = make_aware(datetime.combine(first_day, time.min))
    end = make_aware(datetime.combine(last_day + timedelta(days=1), time.min))
    return Session.objects.public().between(start, end).select_related(*SHOWN)


def listed(
    user: "User", *, at: datetime, q: str = "", when: str = "", edition: "Edition | None" = None
) -> "QuerySet[Session]":
    """Sessions as the list shows them: those of today and later first to last, earlier ones last to first."""
    found = Session.objects.visible_to(user).select_related(*SHOWN).prefetch_related("staff__worker")
    if edition:
        found = found.filter(activity__edition=edition)
    for word in q.split():
        found = found.filter(titled(word))
    if when == "unwritten":
        return found.waiting_for_register(at=at).order_by("-starts_at", "-pk")
    day = make_aware(datetime.combine(localdate(at), time.min))
    if when == "past":
        return found.filter(starts_at__lt=day).order_by("-starts_at", "-pk")
    return found.filter(starts_at__gte=day).order_by("starts_at", "pk")


def titled(word: str) -> Q:
    """A word in the topic, or in the name of what meets."""
    fields = (
        "title",
        "activity__title",
        "activity__group__title",
        "activity__event__title",
        "activity__support__title",
    )
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__icontains": word})
    return found


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


def tally_of(session: Session) -> dict[tuple[str, str], int]:
    return {(one.sex, one.age_band): one.number for one in session.tallies.all()}
