"""Who reads a whole definition, and who may load another one."""

from typing import TYPE_CHECKING

from kladka.programmes.access import can_amend, can_see_figures
from kladka.programmes.models import Programme

if TYPE_CHECKING:
    from kladka.accounts.models import User


def can_read(user: "User", programme: Programme) -> bool:
    """Whoever answers for figures of some edition as a whole; outsiders of a single group do not."""
    return any(can_see_figures(user, edition) for edition in programme.editions.all())


def can_load(user: "User", programme: Programme) -> bool:
    """A file changes all editions at once."""
    return all(can_amend(user, edition) for edition in programme.editions.all())
