"""A second person decides on a draft: it comes in force whole, as from a file, or goes back to its author."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import record
from kladka.definitions.actions.drafting import check_is_up_to_date, keep, locked
from kladka.definitions.actions.loading import Loaded, load
from kladka.definitions.choices import DraftState
from kladka.definitions.drafting.document import checked
from kladka.definitions.errors import (
    DraftChanged,
    DraftClosed,
    DraftHasMistakes,
    DraftIsYourOwn,
    NameTaken,
)
from kladka.definitions.models import Draft, Version
from kladka.programmes.access import LEADING, works_as, works_somewhere_as
from kladka.programmes.actions import give_role
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, Programme

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def approve(*, draft: Draft, revision: int, municipality_code: str, by: "User", at: datetime) -> Loaded:
    """What the draft says comes in force by the same act as a file; the version before is kept.

    `revision` is the one that was read. Raises DraftIsYourOwn, DraftClosed, DraftChanged, DraftIsBehind, NameTaken,
    DraftHasMistakes, and what `load` raises.
    """
    draft = awaiting(draft, revision=revision, by=by)
    file, mistakes = checked(draft.content)
    if file is None or mistakes:
        raise DraftHasMistakes(len(mistakes))
    check_is_up_to_date(draft)
    if draft.programme is None and Programme.objects.filter(key=file.programme.key).exists():
        raise NameTaken(file.programme.key)
    known = set(Edition.objects.filter(programme__key=file.programme.key).values_list("pk", flat=True))
    loaded = load(file=file, municipality_code=municipality_code, by=by, at=at)
    draft.programme = loaded.programme
    draft.version = Version.objects.get(programme=loaded.programme, revision=loaded.programme.revision)
    decide(draft, DraftState.APPROVED, by=by, at=at)
    let_author_lead(draft, known, by=by, at=at)
    record("definitions.draft_approved", on=draft, by=by, at=at, revision=loaded.programme.revision)
    return loaded


@transaction.atomic
def send_back(*, draft: Draft, revision: int, remarks: str, by: "User", at: datetime) -> Draft:
    """The author reads what to correct and writes on. Raises DraftIsYourOwn, DraftClosed, DraftChanged."""
    draft = awaiting(draft, revision=revision, by=by)
    draft.remarks = remarks
    decide(draft, DraftState.RETURNED, by=by, at=at)
    record("definitions.draft_sent_back", on=draft, by=by, at=at, reason=remarks)
    return draft


def awaiting(draft: Draft, *, revision: int, by: "User") -> Draft:
    """The draft, locked, as it was read by somebody who did not write it."""
    found = locked(draft)
    if found.state != DraftState.HANDED_IN:
        raise DraftClosed
    if found.writers.filter(pk=by.pk).exists():
        raise DraftIsYourOwn
    if found.revision != revision:
        raise DraftChanged
    if found.programme is not None:
        found.programme = Programme.objects.select_for_update().get(pk=found.programme.pk)
    return found


def decide(draft: Draft, state: DraftState, *, by: "User", at: datetime) -> None:
    draft.state, draft.decided_by, draft.decided_at = state, by, at
    keep(draft, at=at)


def let_author_lead(draft: Draft, known: set[int], *, by: "User", at: datetime) -> None:
    """Who leads a programme and wrote its next edition leads that too; administrators have others lead."""
    day = at.date()
    if not works_as(draft.author, LEADING, on=day) and works_somewhere_as(draft.author, LEADING, on=day):
        for edition in Edition.objects.filter(programme=draft.programme).exclude(pk__in=known):
            give_role(
                user=draft.author, role=TeamRole.COORDINATOR, edition=edition, from_day=day, by=by, at=at
            )
