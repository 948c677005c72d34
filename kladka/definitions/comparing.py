"""What differs between two definitions, row by row and field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel

from kladka.definitions.canonical import said, written
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import Record
from kladka.definitions.sections import SECTIONS


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


_SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "-", Kind.CHANGED: "~", Kind.MOVED: "↕"}


@dataclass(frozen=True)
class Difference:
    """A row that comes or goes, one field of a row that changes, or the order of a table."""

    kind: Kind
    section: str
    key: str = ""
    field: str = ""
    old: str = ""
    new: str = ""

    def __str__(self) -> str:
        """As one line: `~ tasks "osl", title: "a" → "b"`."""
        row = f'{self.section} "{self.key}"' if self.key else self.section
        line = f"{_SIGNS[self.kind]} {row}"
        return f"{line}, {self.field}: {self.old or '–'} → {self.new or '–'}" if self.field else line


def differences(before: ProgrammeFile | None, after: ProgrammeFile) -> tuple[Difference, ...]:
    """What loading `after` over `before` would change; of a new programme, every row that comes."""
    return tuple(_differences(before, after))


def _differences(before: ProgrammeFile | None, after: ProgrammeFile) -> Iterator[Difference]:
    if before is None:
        yield Difference(Kind.ADDED, "programme", after.programme.key)
    else:
        yield from _fields("programme", "", before.programme, after.programme)
        yield from _fields("page", "", before.page, after.page)
    for section in SECTIONS:
        yield from _rows(section, before.rows(section) if before else (), after.rows(section))


def _rows(section: str, before: tuple[Record, ...], after: tuple[Record, ...]) -> Iterator[Difference]:
    old, new = {row.key: row for row in before}, {row.key: row for row in after}
    for key, row in new.items():
        if key not in old:
            yield Difference(Kind.ADDED, section, key)
        else:
            yield from _fields(section, key, old[key], row)
    yield from (Difference(Kind.REMOVED, section, key) for key in old if key not in new)
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield Difference(Kind.MOVED, section)


def _fields(
    section: str, key: str, before: BaseModel | None, after: BaseModel | None
) -> Iterator[Difference]:
    old = {name: written(value) for name, value in said(before)} if before else {}
    new = {name: written(value) for name, value in said(after)} if after else {}
    for name in dict.fromkeys([*old, *new]):
        if old.get(name) != new.get(name):
            yield Difference(Kind.CHANGED, section, key, name, old.get(name, ""), new.get(name, ""))
