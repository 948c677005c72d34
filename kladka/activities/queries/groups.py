"""Groups and clubs, and who belongs to them."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kladka.activities.models import Group, GroupMembership
from kladka.participation.models import Participation
from kladka.people.models import Person

if TYPE_CHECKING:
    from kladka.accounts.models import User


def groups_of(user: "User", *, on: date) -> "QuerySet[Group]":
    """Those that the user reaches, each with how many belong to it on this day."""
    there = Q(memberships__from_day__lte=on) & (Q(memberships__to_day=None) | Q(memberships__to_day__gte=on))
    found = Group.objects.visible_to(user).select_related("edition__programme", "offer", "site__venue")
    return found.annotate(members=Count("memberships", filter=there)).order_by(
        "edition", "title", "position", "pk"
    )


def members_of(group: Group, *, on: date) -> "QuerySet[GroupMembership]":
    """Who belongs to it on this day, in order of surnames."""
    there = group.memberships.filter(Q(to_day=None) | Q(to_day__gte=on))
    return there.select_related("participation__person").order_by("participation__person__sort_key", "pk")


def joining(user: "User", group: Group, words: str, *, on: date) -> "QuerySet[Participation]":
    """Whom the user may put into the group: in its edition, not in it yet, by a part of a name or a number."""
    inside = GroupMembership.objects.on(on).filter(group=group, participation=OuterRef("pk"))
    open_ones = Participation.objects.visible_to(user).filter(edition=group.edition_id, left_on=None)
    found = open_ones.filter(person__in=Person.objects.matching(words)).exclude(Exists(inside))
    return found.select_related("person").order_by("person__sort_key", "pk")
