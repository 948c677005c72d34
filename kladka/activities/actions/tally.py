"""Heads counted without names: guests of a club, visitors of an event."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.activities import errors
from kladka.activities.actions.opening import hold, open_again_if_empty, open_register
from kladka.activities.facts import TallyRecorded
from kladka.activities.models import Session, Tally
from kladka.audit.actions import Change, record
from kladka.core.queue import announce

if TYPE_CHECKING:
    from kladka.accounts.models import User

Heads = tuple[str, str]  # sex and age band; an empty word where it was not counted


@transaction.atomic
def record_tally(
    *, session: Session, counts: Mapping[Heads, int], by: "User", at: datetime, reason: str = ""
) -> None:
    """Write the whole head-count of a session, instead of what was written before. Twice changes nothing.

    Raises NobodyCounted and what the register raises.
    """
    if any(number < 0 for number in counts.values()):
        raise errors.NobodyCounted
    session = open_register(session, at=at, reason=reason)
    kept = _kept(session)
    wanted = {heads: number for heads, number in counts.items() if number}
    if wanted != kept:
        session.tallies.all().delete()
        Tally.objects.bulk_create(_tally(session, heads, number) for heads, number in wanted.items())
        _say(session, kept, wanted, by=by, at=at, reason=reason)


@transaction.atomic
def add_guest(
    *, session: Session, by: "User", at: datetime, sex: str = "", age_band: str = "", reason: str = ""
) -> None:
    """One more person without a name: a walk-in who is no participant yet. Raises what the register raises."""
    session = open_register(session, at=at, reason=reason)
    kept = _kept(session)
    heads, wanted = (sex, age_band), {**kept, (sex, age_band): kept.get((sex, age_band), 0) + 1}
    session.tallies.filter(sex=sex, age_band=age_band).delete()
    Tally.objects.bulk_create([_tally(session, heads, wanted[heads])])
    _say(session, kept, wanted, by=by, at=at, reason=reason)


def _kept(session: Session) -> dict[Heads, int]:
    return {(one.sex, one.age_band): one.number for one in session.tallies.all()}


def _tally(session: Session, heads: Heads, number: int) -> Tally:
    return Tally(session=session, sex=heads[0], age_band=heads[1], number=number)


def _say(
    session: Session,
    kept: Mapping[Heads, int],
    wanted: Mapping[Heads, int],
    *,
    by: "User",
    at: datetime,
    reason: str,
) -> None:
    if wanted:
        hold(session)
    else:
        open_again_if_empty(session)
    changed = [heads for heads in sorted({**kept, **wanted}) if kept.get(heads, 0) != wanted.get(heads, 0)]
    changes = [
        Change(" ".join(heads).strip() or "all", kept.get(heads, 0), wanted.get(heads, 0))
        for heads in changed
    ]
    record("activities.tally_recorded", on=session, by=by, at=at, reason=reason, changes=changes)
    announce(TallyRecorded(session_id=session.pk))
