"""A draft from its first word until it is handed in or withdrawn. Nothing here changes what is in force."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import record
from kladka.definitions.choices import DraftState
from kladka.definitions.drafting.comparing import changes
from kladka.definitions.drafting.document import Document, checked, document_from, document_of
from kladka.definitions.drafting.merging import merged
from kladka.definitions.errors import (
    DraftClosed,
    DraftHasMistakes,
    DraftIsBehind,
    NothingChanged,
    OtherProgramme,
)
from kladka.definitions.models import Draft, Version
from kladka.definitions.queries import as_defined
from kladka.programmes.models import Programme

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def begin_draft(*, programme: Programme, content: Document | None = None, by: "User", at: datetime) -> Draft:
    """A draft that says what is in force, or what a file says. Raises OtherProgramme for a file of another one."""
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    draft = Draft(
        programme=programme,
        base=programme.revision,
        content=content or document_of(as_defined(programme)),
        author=by,
        begun_at=at,
        changed_at=at,
    )
    check_key(draft)
    draft.save()
    draft.writers.add(by)
    record("definitions.draft_begun", on=draft, by=by, at=at)
    return draft


@transaction.atomic
def begin_programme(*, content: Document, by: "User", at: datetime) -> Draft:
    """A draft of a programme that is not there yet."""
    draft = Draft.objects.create(content=content, author=by, begun_at=at, changed_at=at)
    draft.writers.add(by)
    record("definitions.draft_begun", on=draft, by=by, at=at)
    return draft


@transaction.atomic
def write(*, draft: Draft, change: Callable[[Document], Document], by: "User", at: datetime) -> Draft:
    """What the draft says is replaced by what `change` makes of it; mistakes are kept and told, not refused.

    Raises DraftClosed, OtherProgramme.
    """
    draft = to_write(draft, by=by)
    draft.content = change(draft.content)
    check_key(draft)
    keep(draft, at=at)
    record("definitions.draft_written", on=draft, by=by, at=at, revision=draft.revision)
    return draft


@transaction.atomic
def catch_up(*, draft: Draft, by: "User", at: datetime) -> Draft:
    """What others brought in force since comes into the draft; where both changed one thing, the draft's stays."""
    draft = to_write(draft, by=by)
    if draft.programme is None or draft.programme.revision == draft.base:
        return draft
    base = Version.objects.filter(programme=draft.programme, revision=draft.base).first()
    was = document_from(base.text) if base else {}
    draft.content = merged(was, draft.content, document_of(as_defined(draft.programme)))
    draft.base = draft.programme.revision
    keep(draft, at=at)
    record("definitions.draft_brought_up_to_date", on=draft, by=by, at=at, revision=draft.base)
    return draft


@transaction.atomic
def hand_in(*, draft: Draft, reason: str, amendment: str = "", by: "User", at: datetime) -> Draft:
    """A second person is asked. `amendment` is the key of the row that this draft brings, where the agreement changes.

    Raises DraftHasMistakes, DraftIsBehind, NothingChanged.
    """
    draft = to_write(draft, by=by)
    _file, mistakes = checked(draft.content)
    if mistakes:
        raise DraftHasMistakes(len(mistakes))
    check_is_up_to_date(draft)
    if draft.programme and not changes(document_of(as_defined(draft.programme)), draft.content):
        raise NothingChanged
    draft.reason, draft.amendment = reason, amendment
    draft.state, draft.handed_in_at = DraftState.HANDED_IN, at
    keep(draft, at=at)
    record("definitions.draft_handed_in", on=draft, by=by, at=at, reason=reason)
    return draft


@transaction.atomic
def take_back(*, draft: Draft, by: "User", at: datetime) -> Draft:
    """It is written on before anybody has decided. Raises DraftClosed."""
    draft = locked(draft)
    if draft.state != DraftState.HANDED_IN:
        raise DraftClosed
    draft.state = DraftState.WRITING
    keep(draft, at=at)
    record("definitions.draft_taken_back", on=draft, by=by, at=at)
    return draft


@transaction.atomic
def withdraw(*, draft: Draft, by: "User", at: datetime) -> Draft:
    """The draft is given up; it stays to be read."""
    draft = to_write(draft, by=by)
    draft.state = DraftState.WITHDRAWN
    keep(draft, at=at)
    record("definitions.draft_withdrawn", on=draft, by=by, at=at)
    return draft


def locked(draft: Draft) -> Draft:
    """The draft as it is now."""
    return (
        Draft.objects.select_for_update(of=("self",)).select_related("programme", "author").get(pk=draft.pk)
    )


def to_write(draft: Draft, *, by: "User") -> Draft:
    """The same, for somebody who then counts among those who wrote it. Raises DraftClosed."""
    found = locked(draft)
    if not found.is_open:
        raise DraftClosed
    found.writers.add(by)
    return found


def keep(draft: Draft, *, at: datetime) -> None:
    draft.revision += 1
    draft.changed_at = at
    draft.save()


def check_key(draft: Draft) -> None:
    """A programme keeps its short name for ever. Raises OtherProgramme."""
    given = draft.content.get("programme", {}).get("key", "")
    if draft.programme is not None and given != draft.programme.key:
        raise OtherProgramme(theirs=str(given), ours=draft.programme.key)


def check_is_up_to_date(draft: Draft) -> None:
    if draft.programme is not None and draft.programme.revision != draft.base:
        raise DraftIsBehind
