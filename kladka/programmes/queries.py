"""Users with their roles; which edition a page is about, and whether its months are still open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from kladka.accounts.models import User
from kladka.programmes.errors import MonthClosed
from kladka.programmes.models import ClosedMonth, Edition, TeamMember, first_day_on


@dataclass(frozen=True)
class Listed:
    """A user and what this user may do today."""

    user: User
    roles: list[TeamMember]


def users_with_roles(users: QuerySet[User], *, on: date) -> Iterator[Listed]:
    """Two queries, however many users."""
    running = TeamMember.objects.running_on(on).with_places()
    for user in users.prefetch_related(Prefetch("roles", queryset=running, to_attr="running_roles")):
        yield Listed(user, user.running_roles)


def roles_ever(user: User) -> list[TeamMember]:
    """All roles of a user, ended ones too, the newest first."""
    return list(TeamMember.objects.filter(user=user).with_places().order_by("-from_day", "-pk"))


def check_months_are_open(edition: Edition, days: Iterable[date]) -> None:
    """Whether something dated on these days may still be written. Raises MonthClosed."""
    months = {day.replace(day=1) for day in days}
    closed = ClosedMonth.objects.filter(edition=edition, month__in=months).order_by("month").first()
    if closed:
        raise MonthClosed(day=closed.month)


def chosen_edition(editions: QuerySet[Edition], key: str, *, on: date) -> Edition | None:
    """The one that an address names by its key; without a name the last one that has begun, else the first."""
    if key:
        return next((one for one in editions if one.key == key), None)
    begun = editions.alias(begins=first_day_on(on)).filter(begins__lte=on)
    return begun.order_by("-position", "-pk").first() or editions.order_by("position", "pk").first()
