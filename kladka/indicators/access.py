"""Who may see figures, and who may see the people behind those that tell something sensitive."""

from typing import TYPE_CHECKING

from django.db.models import Q

from kladka.core.clock import today
from kladka.indicators.catalogue import Measure
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, TeamMember

if TYPE_CHECKING:
    from kladka.accounts.models import User

DECIDING = {TeamRole.COORDINATOR}
KNOWING = {TeamRole.COORDINATOR, TeamRole.SOCIAL_WORKER, TeamRole.CONTROLLER}
SENSITIVE = frozenset({"has_disability", "homeless", "minority", "foreign_origin", "other_disadvantage"})


def can_see_figures(user: "User", edition: Edition) -> bool:
    """Whether the user works in the whole edition; a role in one task or group sees no figure of all."""
    return _whole(user, edition, set(TeamRole) - {TeamRole.COMMITTEE})


def can_see_people(user: "User", edition: Edition, measure: Measure) -> bool:
    """Sensitive traits of named people are for those who work with them, and for the controller."""
    if is_sensitive(measure):
        return _whole(user, edition, KNOWING)
    return can_see_figures(user, edition)


def can_decide(user: "User", edition: Edition) -> bool:
    return _whole(user, edition, DECIDING)


def is_sensitive(measure: Measure) -> bool:
    """Whether standing in the list tells a sensitive trait."""
    return any(SENSITIVE & set(condition) for condition in measure.any)


def _whole(user: "User", edition: Edition, roles: set[TeamRole]) -> bool:
    here = Q(edition=None) | Q(edition=edition)
    mine = TeamMember.objects.of(user, on=today()).working_in_programmes()
    return mine.filter(here, task=None, offer=None, role__in=roles).exists()
