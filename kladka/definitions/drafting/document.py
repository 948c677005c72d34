"""The raw data of a definition: what the file holds, row by row, whether it is right or not."""

import math
import tomllib
from collections.abc import Iterator
from datetime import date, time
from typing import Any

import tomlkit
from pydantic import ValidationError

from kladka.definitions.canonical import canonical
from kladka.definitions.checks import findings
from kladka.definitions.errors import Finding
from kladka.definitions.explaining import explained
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import EditionRecord
from kladka.definitions.reading import read, refuse_shape, tuples
from kladka.definitions.sections import SECTIONS

Raw = dict[str, Any]  # one row
Document = dict[str, Any]  # "programme" and "page" hold a row, every section a list of rows


def document_of(file: ProgrammeFile) -> Document:
    return document_from(canonical(file))


def document_from(text: str) -> Document:
    """The data of a canonical file; every row says its edition."""
    return with_editions(plain(tomllib.loads(text)))


def uploaded(content: bytes) -> Document:
    """The data of any file that has the shape of a programme. Raises FileRefused for what no page could show."""
    found = with_editions(plain(refuse_shape(content)))
    if any(len({row["key"] for row in rows(found, one)}) < len(rows(found, one)) for one in SECTIONS):
        read(content)  # says which key stands twice
    return found


def written(document: Document) -> str:
    """As a file: canonical where nothing is wrong, else as it stands."""
    file, _mistakes = checked(document)
    return canonical(file) if file is not None else tomlkit.dumps(document)


def checked(document: Document) -> tuple[ProgrammeFile | None, tuple[Finding, ...]]:
    """The programme that it says, if it can be read at all, and every mistake that can be found at once."""
    data = tuples(document)
    try:
        file = ProgrammeFile.model_validate(data)
    except ValidationError as error:
        return None, tuple(explained(error, data))
    return file, tuple(findings(file))


def rows(document: Document, section: str) -> list[Raw]:
    found: list[Raw] = document.get(section, [])
    return found


def with_editions(document: Document) -> Document:
    """Rows that need not name the only edition name it, so that a second one may come."""
    editions = rows(document, "editions")
    if len(editions) != 1:
        return document
    only = editions[0].get("key")
    for section, record in SECTIONS.items():
        if issubclass(record, EditionRecord):
            for row in rows(document, section):
                row.setdefault("edition", only)
    return document


def plain(value: Any) -> Any:
    """As JSON holds it: days and hours as words, and no letter that a database cannot keep."""
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def placed(document: Document) -> Iterator[tuple[str, Raw]]:
    """Every row with its section, in the order of the file."""
    for section in SECTIONS:
        for row in rows(document, section):
            yield section, row
