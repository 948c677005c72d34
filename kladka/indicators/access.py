"""Who may see the people behind a figure that tells something sensitive; the rest is `programmes.access`."""

from typing import TYPE_CHECKING

from kladka.programmes.access import can_read_sensitive, can_see_figures

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.indicators.catalogue import Measure
    from kladka.programmes.models import Edition

SENSITIVE = frozenset({"has_disability", "homeless", "minority", "foreign_origin", "other_disadvantage"})


def can_see_people(user: "User", edition: "Edition", measure: "Measure") -> bool:
    """Sensitive traits of named people are for those who work with them, and for the controller."""
    if is_sensitive(measure):
        return can_read_sensitive(user, edition)
    return can_see_figures(user, edition)


def is_sensitive(measure: "Measure") -> bool:
    """Whether standing in the list tells a sensitive trait."""
    return any(SENSITIVE & set(condition) for condition in measure.any)
