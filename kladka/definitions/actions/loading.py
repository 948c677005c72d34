"""A file comes in force: one transaction, or nothing."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import record
from kladka.core.queue import announce
from kladka.definitions.actions.frozen import check_schemes_are_free
from kladka.definitions.actions.rows import Writer
from kladka.definitions.canonical import canonical
from kladka.definitions.comparing import Difference, Kind, differences
from kladka.definitions.facts import ProgrammeLoaded
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.programme import Page
from kladka.definitions.models import Version
from kladka.definitions.queries import as_defined
from kladka.definitions.sections import SECTIONS
from kladka.definitions.tables import said_of
from kladka.programmes.models import Programme

if TYPE_CHECKING:
    from kladka.accounts.models import User


@dataclass(frozen=True)
class Loaded:
    """The programme and what changed in it; nothing where the file says what the records said."""

    programme: Programme
    differences: tuple[Difference, ...]


@transaction.atomic
def load(*, file: ProgrammeFile, municipality_code: str, by: "User", at: datetime) -> Loaded:
    """Make the records say what the file says: rows are made, changed and taken out by their keys.

    The code is the TERYT code of the town, for its addresses. Loading the same twice changes nothing. Raises
    RowInUse where a row is taken out that something points to, SchemeFrozen where applications are scored by it.
    """
    known = Programme.objects.select_for_update().filter(key=file.programme.key).first()
    changes = differences(as_defined(known) if known else None, file)
    if known and not changes:
        return Loaded(known, ())
    if known:
        check_schemes_are_free(known, file)
    programme = known or Programme(key=file.programme.key)
    _write_head(programme, file, at=at)
    writer = Writer(programme, municipality_code=municipality_code, by=by, at=at)
    for section in SECTIONS:
        writer.write(section, file.rows(section))
    for section in reversed(SECTIONS):
        writer.take_out(section, file.rows(section))
    _keep_version(programme, file, by=by, at=at)
    record(
        "definitions.programme_loaded",
        on=programme,
        by=by,
        at=at,
        revision=programme.revision,
        added=_count(changes, Kind.ADDED),
        removed=_count(changes, Kind.REMOVED),
        changed=_count(changes, Kind.CHANGED),
    )
    announce(ProgrammeLoaded(programme_id=programme.pk))
    return Loaded(programme, changes)


def _count(changes: tuple[Difference, ...], kind: Kind) -> int:
    return sum(change.kind == kind for change in changes)


def _write_head(programme: Programme, file: ProgrammeFile, *, at: datetime) -> None:
    for name, value in {**said_of(file.programme), **said_of(file.page or Page())}.items():
        setattr(programme, name, value)
    programme.revision += 1
    programme.changed_at = at
    programme.save()


def _keep_version(programme: Programme, file: ProgrammeFile, *, by: "User", at: datetime) -> None:
    Version.objects.create(
        programme=programme,
        revision=programme.revision,
        text=canonical(file),
        loaded_by=by,
        loaded_at=at,
    )
