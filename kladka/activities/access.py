"""Who may do what with a session that they can see."""

from typing import TYPE_CHECKING

from kladka.core.clock import today
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import TeamMember

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.activities.models import Activity, Session

RECORDING = {
    TeamRole.COORDINATOR,
    TeamRole.SOCIAL_WORKER,
    TeamRole.ORGANISER,
    TeamRole.SPECIALIST,
    TeamRole.PARTNER,
    TeamRole.COMMISSIONED,
}


def can_record(user: "User", session: "Session") -> bool:
    """Whether the user may plan, move and mark it; controllers and accountants only read."""
    return can_plan(user, session.activity)


def can_plan(user: "User", activity: "Activity") -> bool:
    mine = TeamMember.objects.of(user, on=today()).filter(role__in=RECORDING)
    return any(covers(one, activity) for one in mine)


def covers(member: TeamMember, activity: "Activity") -> bool:
    """Whether a role reaches an activity. An empty field of the role means no narrowing."""
    return (
        member.edition_id in {None, activity.edition_id}
        and member.task_id in {None, activity.task_id}
        and member.offer_id in {None, activity.offer_id}
    )
