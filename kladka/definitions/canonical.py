"""The canonical form of a programme: the same programme is always the same bytes."""

import json
from collections.abc import Iterator
from datetime import time
from decimal import Decimal
from enum import Enum
from functools import singledispatch

from pydantic import BaseModel

from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import EditionRecord
from kladka.definitions.sections import SECTIONS
from kladka.programmes.choices import Precision, Relation
from kladka.programmes.rules import Amount, Count, Length, PartialDate

_WIDTH = 100


def canonical(programme: ProgrammeFile) -> str:
    """The whole file; what was not published is not written."""
    one_edition = len(programme.editions) == 1
    blocks = [f"format = {programme.format}", _table("[programme]", programme.programme)]
    if programme.page is not None:
        blocks.append(_table("[page]", programme.page))
    for section in SECTIONS:
        blocks += [
            _table(f"[[{section}]]", row, without_edition=one_edition) for row in programme.rows(section)
        ]
    return "\n\n".join(blocks) + "\n"


def written(value: object) -> str:
    """A value as it stands in the file."""
    return _toml(value)


def said(record: BaseModel) -> Iterator[tuple[str, object]]:
    """Fields that say something, in their order."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if info.is_required() or value != info.default:
            yield name, value


def _table(header: str, record: BaseModel, *, without_edition: bool = False) -> str:
    silent = {"edition"} if without_edition and isinstance(record, EditionRecord) else set[str]()
    fields = [f"{name} = {_toml(value)}" for name, value in said(record) if name not in silent]
    return "\n".join([header, *fields])


@singledispatch
def _toml(value: object) -> str:
    raise TypeError(type(value))


@_toml.register
def _(value: str) -> str:
    if isinstance(value, Enum):
        return f'"{value.value}"'
    if "\n" not in value:
        return json.dumps(value, ensure_ascii=False)
    text = value.replace("\\", "\\\\").replace('"""', '""\\"')
    return '"""\n' + (text[:-1] + '\\"' if text.endswith('"') else text) + '"""'


@_toml.register
def _(value: bool) -> str:  # noqa: FBT001 - chosen by its type
    return "true" if value else "false"


@_toml.register
def _(value: int) -> str:
    return str(value)


@_toml.register
def _(value: Decimal) -> str:
    return f'"{value:f}"'


@_toml.register
def _(value: time) -> str:
    return f'"{value:%H:%M}"'


@_toml.register
def _(value: PartialDate) -> str:
    return str(value) if value.precision == Precision.DAY else f'"{value}"'


@_toml.register
def _(value: Count) -> str:
    return _related(str(value.number), value.relation)


@_toml.register
def _(value: Amount) -> str:
    return _related(f'"{value.value:.2f}"', value.relation)


@_toml.register
def _(value: Length) -> str:
    if value.months is None:
        return _toml(value.words)
    return _inline([("months", value.months), *([("words", value.words)] if value.words else [])])


@_toml.register
def _(value: tuple) -> str:  # type: ignore[type-arg]
    items = [_toml(item) for item in value]
    line = f"[{', '.join(items)}]"
    return line if len(line) <= _WIDTH else "[\n" + "".join(f"  {item},\n" for item in items) + "]"


@_toml.register
def _(value: BaseModel) -> str:
    return _inline(said(value))


def _related(number: str, relation: Relation) -> str:
    return number if relation == Relation.EXACTLY else f"{{ {relation.value} = {number} }}"


def _inline(fields: Iterator[tuple[str, object]] | list[tuple[str, object]]) -> str:
    return f"{{ {', '.join(f'{name} = {_toml(value)}' for name, value in fields)} }}"
