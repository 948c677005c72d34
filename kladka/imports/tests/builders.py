"""Lists of people as bytes, and taking them in."""

import tempfile
from datetime import UTC, datetime
from typing import Any

from kladka.imports.actions import File, import_sheet, keep_upload, rehearse
from kladka.imports.models import Import, Upload
from kladka.imports.telling import Outcome
from kladka.imports.tests.files import a_csv
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_user

NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
HEADER = ("Imię", "Nazwisko", "PESEL", "Telefon", "Wsparcie", "Data wsparcia")
ANNA = ("Anna", "Malinowa", "02070803628", "600100200", "skills", "2026-03-09")
JAN = ("Jan", "Dąb", "44051401458", "600100201", "course", "2026-03-10")


def a_list(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> bytes:
    return a_csv([header, *rows])


def imported(content: bytes, edition: Edition, **given: Any) -> tuple[Import | None, Outcome]:
    wanted = {"only_good": True, "by": given.pop("by", None) or a_user(), "at": given.pop("at", NOON)}
    wanted |= {name: given.pop(name) for name in ("only_good", "progress") if name in given}
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        return import_sheet(edition=edition, sheet=File(file=file, name="lista.csv", **given), **wanted)


def taken_in(content: bytes, edition: Edition, **given: Any) -> Outcome:
    return imported(content, edition, **given)[1]


def rehearsed(content: bytes, edition: Edition, **given: Any) -> Outcome:
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        return rehearse(edition=edition, sheet=File(file=file, name="lista.csv", **given), at=NOON)


def an_upload(edition: Edition, content: bytes, **given: Any) -> Upload:
    """A file that waits at the desk."""
    by = given.pop("by", None) or a_user()
    return keep_upload(edition=edition, content=content, file_name="lista.csv", by=by, at=NOON)
