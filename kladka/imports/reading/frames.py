"""What the reading process says, one frame after another: four bytes of length, then JSON.

`["sheet", name]`, `["rows", [[number, cells], …]]`, `["note", key, values]`, `["refused", key, values]`, `["end"]`.
"""

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, BinaryIO

Cell = str | int | float | bool | date | None
LENGTH = struct.Struct(">I")
LONGEST = 64 * 1024 * 1024  # a longer frame is no frame of ours


@dataclass(frozen=True, slots=True)
class Sheet:
    """What follows stands on this sheet; a text file has one without a name."""

    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty: its number from 1 as the sheet shows it, and its cells from column A."""

    number: int
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Note:
    """Something to be told that stops nothing."""

    key: str
    values: dict[str, str | int] = field(default_factory=dict)


def send(out: BinaryIO, *words: object) -> None:
    body = json.dumps(words, ensure_ascii=False, default=encoded).encode("utf-8", "replace")
    out.write(LENGTH.pack(len(body)) + body)


def encoded(value: object) -> object:
    """Days travel as a word in a box; a day without a time is a day."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return {"d": value.isoformat()}
    if isinstance(value, time | timedelta):
        return str(value)
    raise TypeError(type(value).__name__)


def received(body: bytes) -> list[Any]:
    found: list[Any] = json.loads(body, object_hook=decoded)
    return found


def decoded(box: dict[str, Any]) -> object:
    return date.fromisoformat(box["d"]) if box.keys() == {"d"} else box


def rows_of(words: list[Any]) -> Iterator[Row]:
    for number, cells in words:
        yield Row(number, cells)
