"""Who may do what with a session that they can see."""

from typing import TYPE_CHECKING

from kladka.programmes.access import WITH_PEOPLE, works_as

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.activities.models import Activity, Group, Session


def can_record(user: "User", session: "Session") -> bool:
    """Whether the user may plan, move and mark it; controllers and accountants only read."""
    return can_plan(user, session.activity)


def can_plan(user: "User", activity: "Activity") -> bool:
    place = {"edition": activity.edition, "task": activity.task, "offer": activity.offer}
    return works_as(user, WITH_PEOPLE, **place)


def can_change_members(user: "User", group: "Group") -> bool:
    return works_as(user, WITH_PEOPLE, edition=group.edition, task=group.offer.task, offer=group.offer)
