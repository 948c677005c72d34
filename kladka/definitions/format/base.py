"""What every table of the format has, and what the marks of its fields say."""

from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from kladka.definitions.format.values import Columns, Key, MaybeProse, Refers, Shared

Mark = TypeVar("Mark", Refers, Columns, Shared)


class Value(BaseModel):
    """A value of several parts, written in one line: `{ name = "…", kind = "ngo" }`."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Record(Value):
    """One row of a table of the programme as a whole. Its key is unique in its table of the file."""

    of_edition: ClassVar[bool] = False

    key: Key
    remark: MaybeProse = ""
    """For those who edit the file; never shown to the public."""


class EditionRecord(Record):
    """One row that belongs to one edition; a file of one edition need not say which."""

    of_edition: ClassVar[bool] = True


def mark_of(info: FieldInfo, kind: type[Mark]) -> Mark | None:
    """The field's mark of one kind."""
    return next((mark for mark in info.metadata if isinstance(mark, kind)), None)


@cache
def references(record: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Field and the table that its keys name."""
    marks = ((name, mark_of(info, Refers)) for name, info in record.model_fields.items())
    return tuple((name, mark.section) for name, mark in marks if mark is not None)


def keys_named(value: Any) -> Iterator[str]:
    """The keys that a referring field holds: none, one or several."""
    if isinstance(value, str):
        yield value
    elif value is not None:
        yield from value
