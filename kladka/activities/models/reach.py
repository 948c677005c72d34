"""What a user's roles cover: the doors of this module compare their rows with it."""

from collections.abc import Iterable

from django.db.models import Q

from kladka.programmes.models import TeamMember


def reached(roles: Iterable[TeamMember], *, task: str = "task", offer: str | None = "offer") -> Q:
    """What these roles cover, by the names of the columns. Without a column for offers a row is in nobody's offer.

    A role that nothing narrows covers every row: then the condition is empty.
    """
    covered = Q(pk__in=[])
    for role in roles:
        narrowing: dict[str, int | None] = {"edition": role.edition_id, task: role.task_id}
        if offer:
            narrowing[offer] = role.offer_id
        elif role.offer_id:
            continue
        condition = Q(**{field: value for field, value in narrowing.items() if value is not None})
        if not condition:
            return condition  # joined with "or" it would be left out
        covered |= condition
    return covered
