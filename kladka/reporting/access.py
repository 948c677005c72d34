"""Who may look at the official files that were made; making them: `programmes.access.can_export`."""

from typing import TYPE_CHECKING

from kladka.programmes.access import CHECKING, LEADING, can_export, works_as

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Edition

__all__ = ["can_export", "can_look"]


def can_look(user: "User", edition: "Edition") -> bool:
    """The file holds everybody of an edition; a controller reads what was sent but sends nothing."""
    return works_as(user, LEADING | CHECKING, edition=edition)
