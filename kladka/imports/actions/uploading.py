"""A file that waits at the desk: sealed while it waits, gone when it is done or given up."""

import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from django.db import transaction

from kladka.audit import keys
from kladka.audit.actions import record
from kladka.imports.actions.importing import File, import_sheet
from kladka.imports.errors import FileRefused
from kladka.imports.models import Import, Upload
from kladka.imports.reading import LIMITS, Limits
from kladka.imports.rules.mapping import SheetMap, as_data, of_data
from kladka.imports.telling import Outcome
from kladka.imports.wording import refusal
from kladka.programmes.models import Edition

if TYPE_CHECKING:
    from kladka.accounts.models import User

# Whoever waits in a browser waits less; larger files go through the terminal.
AT_THE_DESK = Limits(size=20 * 1024 * 1024, rows=50_000, cpu=60, wall=60, memory=LIMITS.memory)


@transaction.atomic
def keep_upload(*, edition: Edition, content: bytes, file_name: str, by: "User", at: datetime) -> Upload:
    """The file as it came; an earlier one of the same person for the edition is given up."""
    Upload.objects.filter(edition=edition, sent_by=by).delete()
    upload = Upload.objects.create(
        edition=edition,
        file_name=file_name[-200:],
        content=keys.seal_bytes(zlib.compress(content)),
        sent_by=by,
        sent_at=at,
    )
    record("imports.file_uploaded", on=upload, by=by, at=at)
    return upload


@contextmanager
def opened(upload: Upload) -> Iterator[File]:
    """The file with its mapping and what was corrected on the screen. Raises FileRefused."""
    packed = keys.unseal_bytes(upload.content)
    if packed is None:
        raise FileRefused(refusal("broken_zip", {}))
    with tempfile.TemporaryFile() as file:
        file.write(zlib.decompress(packed))
        file.flush()
        yield sheet_of(file, upload)


def sheet_of(file: BinaryIO, upload: Upload) -> File:
    corrections = {(one["sheet"], one["row"], one["letter"]): one["text"] for one in upload.corrections}
    return File(
        file=file,
        name=upload.file_name,
        mapping=of_data(upload.mapping) if upload.mapping else None,
        corrections=corrections,
        limits=AT_THE_DESK,
    )


@transaction.atomic
def say_mapping(*, upload: Upload, mapping: SheetMap, by: "User", at: datetime) -> None:
    """From now on the sheet is understood so; kept for the next one once the import is done."""
    Upload.objects.filter(pk=upload.pk).update(mapping=as_data(mapping))
    record("imports.mapping_said", on=upload, by=by, at=at)


@transaction.atomic
def correct_cells(
    *, upload: Upload, cells: dict[tuple[str, int, str], str], by: "User", at: datetime
) -> None:
    """What was written on the screen stands instead of the cells; the file itself stays as it came."""
    kept = Upload.objects.select_for_update().get(pk=upload.pk)
    known = {(one["sheet"], one["row"], one["letter"]): one["text"] for one in kept.corrections} | cells
    kept.corrections = [
        {"sheet": sheet, "row": row, "letter": letter, "text": text}
        for (sheet, row, letter), text in known.items()
    ]
    kept.save(update_fields=["corrections"])
    record("imports.cells_corrected", on=upload, by=by, at=at, cells=len(cells))


@transaction.atomic
def import_upload(
    *, upload: Upload, only_good: bool, by: "User", at: datetime
) -> tuple[Import | None, Outcome]:
    """Take the file in; done, it waits no longer. Raises what `import_sheet` raises."""
    with opened(upload) as sheet:
        made, outcome = import_sheet(edition=upload.edition, sheet=sheet, only_good=only_good, by=by, at=at)
    if outcome.is_written:
        upload.delete()
    return made, outcome


@transaction.atomic
def give_up(*, upload: Upload, by: "User", at: datetime) -> None:
    """The file is gone; nothing was written of it."""
    record("imports.file_given_up", on=upload, by=by, at=at)
    upload.delete()
