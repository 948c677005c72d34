"""Who may do what with messages; who sees one is the door's matter."""

from typing import TYPE_CHECKING

from kladka.messages.models import READERS
from kladka.programmes.access import CASE_WORK, LEADING, works_as, works_somewhere_as

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Edition


def can_read_somewhere(user: "User") -> bool:
    return works_somewhere_as(user, READERS)


def can_write(user: "User", edition: "Edition") -> bool:
    return works_as(user, CASE_WORK, edition=edition)


def can_amend(user: "User") -> bool:
    """Wordings are the whole town's: whoever leads a programme amends them, and the trail says who."""
    return works_somewhere_as(user, LEADING)
