"""What differs between two documents, in the words of the screens."""

from collections.abc import Iterator
from dataclasses import dataclass

from kladka.definitions.choices import Section
from kladka.definitions.comparing import Kind
from kladka.definitions.drafting.document import Document, Raw, rows
from kladka.definitions.drafting.values import HEAD, MODELS, PAGE, Names, called, names_in, spelled, told
from kladka.definitions.drafting.words import label, of_part
from kladka.definitions.sections import SECTIONS

_SILENT = {"key", "edition"}


@dataclass(frozen=True)
class Changed:
    """One field: what it said and what it says."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class ChangedRow:
    """A row that comes, goes or says something else."""

    kind: Kind
    section: str
    key: str
    title: str
    fields: tuple[Changed, ...] = ()

    @property
    def anchor(self) -> str:
        return f"{self.section}-{self.key}"


@dataclass(frozen=True)
class ChangedPart:
    """What changes in one table; `is_moved`: the order of its rows."""

    section: str
    title: str
    rows: tuple[ChangedRow, ...]
    is_moved: bool = False


def changes(before: Document | None, after: Document) -> tuple[ChangedPart, ...]:
    """What comes with `after`; without `before`, everything."""
    return tuple(_parts(before or {}, after))


def count(parts: tuple[ChangedPart, ...]) -> int:
    return sum(len(part.rows) + part.is_moved for part in parts)


def _parts(before: Document, after: Document) -> Iterator[ChangedPart]:
    old, new = names_in(before), names_in(after)
    for part in (HEAD, PAGE):
        fields = tuple(_fields(part, before.get(part, {}), after.get(part, {}), old, new))
        if fields:
            kind = Kind.CHANGED if before.get(part) else Kind.ADDED
            yield ChangedPart(part, of_part(part), (ChangedRow(kind, part, "", of_part(part), fields),))
    for section in SECTIONS:
        changed = tuple(_rows(section, rows(before, section), rows(after, section), old, new))
        is_moved = _order(before, after, section) != _order(after, before, section)
        if changed or is_moved:
            yield ChangedPart(section, str(Section(section).label), changed, is_moved)


def _rows(section: str, before: list[Raw], after: list[Raw], old: Names, new: Names) -> Iterator[ChangedRow]:
    there, here = {row["key"]: row for row in before}, {row["key"]: row for row in after}
    for key, row in here.items():
        fields = tuple(_fields(section, there.get(key, {}), row, old, new))
        if key not in there:
            yield ChangedRow(Kind.ADDED, section, key, called(section, row), fields)
        elif fields:
            yield ChangedRow(Kind.CHANGED, section, key, called(section, row), fields)
    for key, row in there.items():
        if key not in here:
            yield ChangedRow(Kind.REMOVED, section, key, called(section, row))


def _fields(section: str, before: Raw, after: Raw, old: Names, new: Names) -> Iterator[Changed]:
    model = MODELS[section]
    for name in dict.fromkeys([*model.model_fields, *before, *after]):
        if name not in _SILENT and spelled(model, name, before) != spelled(model, name, after):
            yield Changed(label(section, name), told(model, name, before, old), told(model, name, after, new))


def _order(one: Document, other: Document, section: str) -> list[str]:
    """Keys of the rows that both have."""
    shared = {row["key"] for row in rows(other, section)}
    return [row["key"] for row in rows(one, section) if row["key"] in shared]
