"""Who may take lists of people in, and back again."""

from typing import TYPE_CHECKING

from kladka.programmes.access import can_recruit

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Edition


def can_import(user: "User", edition: "Edition") -> bool:
    """Who enters single people may enter many."""
    return can_recruit(user, edition)
