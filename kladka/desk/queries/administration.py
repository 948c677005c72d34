"""What waits for an administrator: who cannot work, whose role ends, who has only a password, what nobody leads."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from kladka.accounts.second_factor import without_one
from kladka.desk.queries.today import SHOWN, SOON, Matter
from kladka.programmes.access import users_seen_by
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, TeamMember

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kladka.accounts.models import User


@dataclass(frozen=True, slots=True)
class Staff:
    """The users of the municipality in numbers."""

    users: int
    with_role: int
    second_factor: int


def staff(administrator: "User", *, on: date) -> Staff:
    users = active(administrator)
    return Staff(
        users=users.count(),
        with_role=users.filter(working(on)).count(),
        second_factor=users.count() - without_one(users).count(),
    )


def duties(administrator: "User", *, on: date, with_factor: bool) -> list[Matter]:
    """The longest overdue first. `with_factor`: whether everybody must have a second factor here."""
    users = active(administrator)
    found = [
        *roleless(users, on=on),
        *(unprotected(users) if with_factor else ()),
        *ending(users, on=on),
        *unled(on=on),
    ]
    return sorted(found, key=lambda matter: matter.due_on)


def active(administrator: "User") -> "QuerySet[User]":
    return users_seen_by(administrator).filter(is_active=True)


def working(on: date) -> Exists:
    return Exists(TeamMember.objects.running_on(on).filter(user=OuterRef("pk")))


def page_of(user: "User") -> str:
    return reverse("programmes:user", args=[user.pk])


def roleless(users: "QuerySet[User]", *, on: date) -> Iterator[Matter]:
    """Who may sign in and has no role of this day nor of a later one."""
    later = TeamMember.objects.filter(Q(to_day=None) | Q(to_day__gte=on), user=OuterRef("pk"))
    for one in users.exclude(Exists(later)).order_by("added_at", "pk")[:SHOWN]:
        yield Matter(
            _("Give a role or switch the sign-in off"), one.name, page_of(one), localdate(one.added_at)
        )


def unprotected(users: "QuerySet[User]") -> Iterator[Matter]:
    """Who has only a password: the first sign-in asks for more, so this one has not signed in yet."""
    for one in without_one(users).order_by("added_at", "pk")[:SHOWN]:
        yield Matter(_("Help to set up a second factor"), one.name, page_of(one), localdate(one.added_at))


def ending(users: "QuerySet[User]", *, on: date) -> Iterator[Matter]:
    """Roles whose last day is near, and which no later role of the same name goes on with."""
    after = TeamMember.objects.filter(
        Q(to_day=None) | Q(to_day__gt=OuterRef("to_day")), user=OuterRef("user"), role=OuterRef("role")
    )
    roles = TeamMember.objects.running_on(on).with_places().select_related("user")
    near = roles.filter(to_day__lte=on + SOON, user__in=users).exclude(Exists(after))
    for one in near.order_by("to_day", "pk")[:SHOWN]:
        said = f"{one.user.name}, {one.get_role_display()}"
        yield Matter(_("Ask whether the role goes on"), said, page_of(one.user), one.to_day or on)


def unled(*, on: date) -> Iterator[Matter]:
    """Editions that run and have no coordinator of the whole."""
    leading = TeamMember.objects.running_on(on).filter(
        Q(edition=None) | Q(edition=OuterRef("pk")), role=TeamRole.COORDINATOR, task=None, offer=None
    )
    running = Edition.objects.running_on(on).exclude(Exists(leading)).select_related("programme")
    for one in running.order_by("pk")[:SHOWN]:
        yield Matter(_("Give the programme a coordinator"), str(one), reverse("programmes:users"), on)
