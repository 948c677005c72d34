"""The import itself: rehearsed without a trace, or done in one transaction."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from django.db import transaction
from django.utils.timezone import localdate

from kladka.audit.actions import record
from kladka.imports.actions.changing import change
from kladka.imports.actions.entering import Writing, enter
from kladka.imports.actions.remembering import remember
from kladka.imports.examining import Asked, Block, Corrections, Progress, judged_blocks
from kladka.imports.models import Import
from kladka.imports.reading import LIMITS, Limits
from kladka.imports.rules.judging import Fate
from kladka.imports.rules.mapping import SheetMap
from kladka.imports.telling import Outcome
from kladka.programmes.models import Edition

if TYPE_CHECKING:
    from kladka.accounts.models import User

PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """What is to be read, and how: the file by its number in the system, its name, the clerk's mapping."""

    file: BinaryIO
    name: str
    mapping: SheetMap | None = None
    corrections: Corrections = field(default_factory=dict)
    profile: str = ""
    limits: Limits = LIMITS


class NotWanted(Exception):  # noqa: N818 - named for what is taken back
    """Some row was refused and all or nothing was asked for."""


def silent(_done: int) -> None:
    """Nobody watches."""


def rehearse(*, edition: Edition, sheet: File, at: datetime, progress: Progress = silent) -> Outcome:
    """What an import would do; nothing is written. Raises FileRefused, UnknownProfile."""
    outcome = Outcome()
    for _ in watched(judged_blocks(asked(edition, sheet, at), outcome), outcome, progress):
        pass
    return outcome


def import_sheet(
    *, edition: Edition, sheet: File, only_good: bool, by: "User", at: datetime, progress: Progress = silent
) -> tuple[Import | None, Outcome]:
    """Read a file into an edition, in one transaction with one entry in the trail: all rows, or only the good ones.

    Without `only_good` a single refused row leaves everything as it was. A file that says nothing new writes
    nothing. Raises FileRefused, UnknownProfile, PersonsTaken, MonthClosed.
    """
    outcome = Outcome()
    try:
        with transaction.atomic():
            done = _import(edition, sheet, outcome, progress, only_good=only_good, by=by, at=at)
    except NotWanted:
        return None, outcome
    outcome.is_written = True
    return done, outcome


def _import(
    edition: Edition,
    sheet: File,
    outcome: Outcome,
    progress: Progress,
    *,
    only_good: bool,
    by: "User",
    at: datetime,
) -> Import | None:
    Edition.objects.select_for_update(no_key=True).get(
        pk=edition.pk
    )  # two imports into one edition: one after another
    made = Import.objects.create(
        edition=edition, file_name=sheet.name[-200:], digest=digest(sheet.file), made_by=by, made_at=at
    )
    writing = Writing(made=made, edition=edition, by=by, at=at)
    for block in watched(judged_blocks(asked(edition, sheet, at), outcome), outcome, progress):
        if only_good or not outcome.refused:
            enter(block, writing)
            for one in change(block, writing):
                outcome.recount(one, sheet=block.sheet)
    if outcome.refused and not only_good:
        raise NotWanted
    if not outcome.good:
        made.delete()
        return None
    for fate in ("rows", *Fate):
        setattr(made, fate, getattr(outcome, fate))
    made.save()
    if outcome.mapping is not None and not outcome.profile:
        remember(outcome.mapping, at=at)
    record("imports.file_imported", on=made, by=by, at=at, new=outcome.new, changed=outcome.changed)
    return made


def asked(edition: Edition, sheet: File, at: datetime) -> Asked:
    return Asked(
        edition=edition,
        file=sheet.file,
        name=sheet.name,
        on=localdate(at),
        mapping=sheet.mapping,
        corrections=sheet.corrections,
        profile=sheet.profile,
        limits=sheet.limits,
    )


def watched(blocks: Iterator[Block], outcome: Outcome, progress: Progress) -> Iterator[Block]:
    """Whoever watches may raise: then nothing was done."""
    for block in blocks:
        yield block
        progress(outcome.rows)


def digest(file: BinaryIO) -> str:
    file.seek(0)
    found = hashlib.sha256()
    while piece := file.read(PIECE):
        found.update(piece)
    return found.hexdigest()
