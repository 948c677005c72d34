"""Equal on all keys: the lot, once and kept; and what the committee rules."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import record
from kladka.recruitment import errors
from kladka.recruitment.actions.committee import check_sits
from kladka.recruitment.models import Application, Draw, Round, Ruling
from kladka.recruitment.queries.ranking import ranked

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def draw_lots(
    *,
    round: Round,  # noqa: A002 - the field's own word
    seed: str = "",
    by: "User",
    at: datetime,
) -> Draw:
    """Draw the start value by chance and keep it; a drum of the committee may give it instead.

    Raises NotInCommittee, NothingToDraw, AlreadyDrawn.
    """
    round = _locked(round)  # noqa: A001 - the field's own word
    check_sits(round, by)
    if Draw.objects.filter(round=round).exists():
        raise errors.AlreadyDrawn
    if not ranked(round).wants_a_draw:
        raise errors.NothingToDraw
    draw = Draw.objects.create(
        round=round, seed=seed.strip() or secrets.token_hex(16), drawn_at=at, drawn_by=by
    )
    record("recruitment.drawn", on=round, by=by, at=at)
    return draw


@transaction.atomic
def rule_among_equals(
    *,
    round: Round,  # noqa: A002 - the field's own word
    order: Sequence[Application],
    how: str,
    by: "User",
    at: datetime,
) -> None:
    """The committee says who of equal ones goes before whom, and how it came to that.

    Raises NotInCommittee, HowMissing, NotEqual.
    """
    round = _locked(round)  # noqa: A001 - the field's own word
    check_sits(round, by)
    if not how.strip():
        raise errors.HowMissing
    equal = {frozenset(numbers) for numbers in ranked(round).lists.undecided}
    if len(set(order)) != len(order) or frozenset(one.number for one in order) not in equal:
        raise errors.NotEqual
    Ruling.objects.filter(application__in=order).delete()
    Ruling.objects.bulk_create(
        Ruling(application=one, place=place, how=how.strip(), ruled_by=by, ruled_at=at)
        for place, one in enumerate(order, 1)
    )
    record("recruitment.ruled_among_equals", on=round, by=by, at=at, reason=how.strip(), people=len(order))


def _locked(round: Round) -> Round:  # noqa: A002 - the field's own word
    return Round.objects.select_for_update().get(pk=round.pk)
