"""Who may enter and who may decide; who sees an application is the door's matter."""

from datetime import date
from typing import TYPE_CHECKING

from kladka.programmes.access import CASE_WORK, SCORING, can_recruit, roles_of, works_as

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kladka.accounts.models import User
    from kladka.programmes.models import Edition


def can_decide(user: "User", edition: "Edition") -> bool:
    """Case workers and the committee."""
    return works_as(user, CASE_WORK | SCORING, edition=edition)


def editions_to_enter(user: "User", editions: "Iterable[Edition]", *, on: date) -> "list[Edition]":
    """Of these, the ones where the user may enter applications; one query for all."""
    roles = [
        one for one in roles_of(user, on=on) if one.role in CASE_WORK and not (one.task_id or one.offer_id)
    ]
    covered = {one.edition_id for one in roles}
    return [edition for edition in editions if covered & {None, edition.pk}]


__all__ = ["can_decide", "can_recruit", "editions_to_enter"]
