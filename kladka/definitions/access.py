"""Who reads a whole definition, who writes a draft of another one, and who approves it."""

from typing import TYPE_CHECKING

from kladka.definitions.choices import DraftState
from kladka.programmes.access import (
    LEADING,
    can_amend,
    can_manage_users,
    can_see_figures,
    works_as,
    works_somewhere_as,
)
from kladka.programmes.models import Programme

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.definitions.models import Draft


def can_read(user: "User", programme: Programme) -> bool:
    """Whoever answers for figures of some edition as a whole; outsiders of a single group do not."""
    return any(can_see_figures(user, edition) for edition in programme.editions.all())


def can_draft(user: "User", programme: Programme) -> bool:
    """Propose a change: whoever leads some edition of it."""
    return any(can_amend(user, edition) for edition in programme.editions.all())


def can_begin(user: "User") -> bool:
    """Propose a new programme; a second person decides on it."""
    return works_somewhere_as(user, LEADING) or can_manage_users(user)


def can_decide(user: "User", draft: "Draft") -> bool:
    """Somebody who did not write in it: leads every edition that it changes, or is an administrator."""
    if draft.state != DraftState.HANDED_IN or draft.writers.filter(pk=user.pk).exists():
        return False
    return can_manage_users(user) or leads_the_whole(user, draft.programme)


def leads_the_whole(user: "User", programme: Programme | None) -> bool:
    """A draft changes all editions at once; a new programme is led by who leads all programmes."""
    if programme is None:
        return works_as(user, LEADING)
    return all(can_amend(user, edition) for edition in programme.editions.all())
