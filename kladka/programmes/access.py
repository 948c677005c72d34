"""Who may do what: the roles of a day, what they cover, and the least that each needs.

Rows are hidden by `visible_to` (404); these predicates decide on what can be seen but not done (403):
`require(access.can_export(request.user, edition))`. A module above asks `works_as` for predicates of its own.
"""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, QuerySet
from django.utils.translation import gettext as _

from kladka.accounts.models import SYSTEM_EMAIL, User
from kladka.core.clock import today
from kladka.core.errors import Forbidden
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import TeamMember

if TYPE_CHECKING:
    from kladka.programmes.models import Edition, Offer, Task

Roles = frozenset[TeamRole]
ADMINISTRATORS = frozenset({TeamRole.ADMINISTRATOR})
LEADING = frozenset({TeamRole.COORDINATOR})
# Who leads single persons through a programme: contracts, pathways, reviews.
CASE_WORK = frozenset({TeamRole.COORDINATOR, TeamRole.SOCIAL_WORKER})
# Who works with people at meetings; outsiders only in what their role is narrowed to.
WITH_PEOPLE = CASE_WORK | {
    TeamRole.ORGANISER,
    TeamRole.SPECIALIST,
    TeamRole.PARTNER,
    TeamRole.COMMISSIONED,
}
OUTSIDERS = frozenset({TeamRole.PARTNER, TeamRole.COMMISSIONED})
SCORING = frozenset({TeamRole.COMMITTEE})
MONEY = frozenset({TeamRole.COORDINATOR, TeamRole.ACCOUNTANT})
CHECKING = frozenset({TeamRole.CONTROLLER})
# Who reads figures down to the person behind each.
FIGURES = CASE_WORK | MONEY | CHECKING
ALL = frozenset(TeamRole)
IN_PROGRAMMES = ALL - ADMINISTRATORS
# Who reaches people and what happens with them; a committee reaches the applications of its own rounds and no more.
WITH_RECORDS = IN_PROGRAMMES - SCORING


def require(allowed: bool, said: str = "") -> None:  # noqa: FBT001 - reads as a sentence: require(can_…)
    """Raises Forbidden, which becomes the page 403 with this sentence."""
    if not allowed:
        raise Forbidden(said or _("Your role does not include this. Ask the programme's coordinator."))


def roles_of(user: User, *, on: date, among: Collection[TeamRole] = ALL) -> list[TeamMember]:
    """The user's roles of this day, with what each covers; the last day still counts.

    The database is asked once a request, however many rules of a page ask here.
    """
    notebook = user.notebook if user.is_authenticated else None
    asked = ("roles", on)
    held = notebook.get(asked) if notebook is not None else None
    if held is None:
        held = tuple(TeamMember.objects.of(user, on=on))
    if notebook is not None:
        notebook[asked] = held
    return [one for one in held if one.role in among]


def works_as(
    user: User,
    roles: Collection[TeamRole],
    *,
    edition: "Edition | None" = None,
    task: "Task | None" = None,
    offer: "Offer | None" = None,
    on: date | None = None,
) -> bool:
    """Whether one of these roles covers this place today. A role in one offer does not cover its edition."""
    return any(
        one.covers(edition=edition, task=task, offer=offer)
        for one in roles_of(user, on=on or today(), among=roles)
    )


def works_somewhere_as(user: User, roles: Collection[TeamRole], *, on: date | None = None) -> bool:
    """Whether the user has one of these roles anywhere today: for menus, never for a single record."""
    return bool(roles_of(user, on=on or today(), among=roles))


def works_in_programmes(user: User) -> bool:
    """Whether there are lists for this user at all; an administrator keeps users and sees nobody's people."""
    return works_somewhere_as(user, IN_PROGRAMMES)


def reads_records(user: User) -> bool:
    """Whether there are people and sessions for this user; who only sits in committees has applications alone."""
    return works_somewhere_as(user, WITH_RECORDS)


def can_read_records(user: User, edition: "Edition") -> bool:
    """Whether the programme itself concerns this user, in the whole or in a part of it."""
    mine = roles_of(user, on=today(), among=WITH_RECORDS)
    return any(one.edition_id in {None, edition.pk} for one in mine)


def can_manage_users(user: User) -> bool:
    return works_somewhere_as(user, ADMINISTRATORS)


def can_amend(user: User, edition: "Edition") -> bool:
    """Change the programme itself: its tasks, targets, texts."""
    return works_as(user, LEADING, edition=edition)


def can_recruit(user: User, edition: "Edition") -> bool:
    """Enter applications and sign agreements."""
    return works_as(user, CASE_WORK, edition=edition)


def can_score(user: User, edition: "Edition") -> bool:
    return works_as(user, SCORING, edition=edition)


def can_lead_pathways(user: User, edition: "Edition") -> bool:
    """Diagnosis, plan, amendment of the entry, exit and follow-up."""
    return works_as(user, CASE_WORK, edition=edition)


def can_read_sensitive(user: User, edition: "Edition") -> bool:
    """Traits that few may see; every reading is logged."""
    return works_as(user, CASE_WORK | CHECKING, edition=edition)


def can_see_figures(user: User, edition: "Edition") -> bool:
    """Indicators and the persons behind each number."""
    return works_as(user, FIGURES, edition=edition)


def can_see_money(user: User, edition: "Edition") -> bool:
    return works_as(user, MONEY | CHECKING, edition=edition)


def can_export(user: User, edition: "Edition") -> bool:
    """Make and seal the official file. A controller reads what was sent but sends nothing."""
    return works_as(user, LEADING, edition=edition)


def users_seen_by(user: User) -> QuerySet[User]:
    """The door to users: administrators keep them, nobody else sees them."""
    people = User._default_manager.exclude(email=SYSTEM_EMAIL)  # noqa: SLF001 - documented by Django
    mine = TeamMember.objects.of(user, on=today()).filter(role__in=ADMINISTRATORS)
    return people.filter(Exists(mine))
