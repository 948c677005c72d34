"""The process that reads: bound before it looks at anything, it takes the file from its input and says frames.

It can write no file, has no address of the database, and may be killed at any moment.
"""

import resource
import sys
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from kladka.imports.reading import archive, text
from kladka.imports.reading.frames import Cell, send
from kladka.imports.reading.refusing import Refused

ZIP, CFB = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHERS = {
    b"%PDF": "pdf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"Rar!": "packed",
    b"7z\xbc\xaf": "packed",
    b"\x1f\x8b": "packed",
    b"{\\rtf": "document",
}
MARKUP = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")
VBA, ENCRYPTED = "_VBA_PROJECT".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
NAMED = {
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".ods": "ods",
    ".csv": "csv",
    ".txt": "csv",
    ".tsv": "csv",
}
BLOCK = 500


def main(arguments: list[str]) -> None:
    memory, seconds, most_rows, name = int(arguments[0]), int(arguments[1]), int(arguments[2]), arguments[3]
    bind(memory, seconds)
    out = sys.stdout.buffer
    try:
        say(out, sys.stdin.buffer.read(), name, most_rows)
        send(out, "end")
    except Refused as refusal:
        send(out, "refused", refusal.key, refusal.values)
    except MemoryError:
        send(out, "refused", "memory", {})
    out.flush()


def bind(memory: int, seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def say(out: BinaryIO, content: bytes, name: str, most_rows: int) -> None:
    kind = kind_of(content)
    said = next((of for ending, of in NAMED.items() if name.lower().endswith(ending)), kind)
    if said != kind:
        send(out, "note", "named_otherwise", {"name": said.upper(), "kind": kind.upper()})
    left = most_rows
    for sheet, rows in sheets_of(out, content, kind):
        send(out, "sheet", sheet)
        for block in blocks(rows):
            left -= len(block)
            if left < 0:
                raise Refused("too_many_rows", most=most_rows)
            send(out, "rows", block)


def kind_of(content: bytes) -> str:
    """By what the file is, whatever it is called. Raises Refused."""
    if not content.strip():
        raise Refused("empty")
    if content.startswith(ZIP):
        return "ods" if b"opendocument" in content[:200] else "xlsx"
    if content.startswith(CFB):
        return "xls"
    if other := next((key for magic, key in OTHERS.items() if content.startswith(magic)), ""):
        raise Refused(other)
    if content[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(MARKUP):
        raise Refused("markup")
    return "csv"


Sheets = Iterator[tuple[str, Iterator[tuple[int, list[Cell]]]]]


def sheets_of(out: BinaryIO, content: bytes, kind: str) -> Sheets:
    if kind == "csv":
        yield "", text.rows_of(content)
        return
    if kind == "xls":
        told = archive.Carried(macros=VBA in content)
        if ENCRYPTED in content:
            raise Refused("password")
    else:
        told = archive.looked_into(BytesIO(content))
    for key in ("formulas", "macros", "links"):
        if getattr(told, key):
            send(out, "note", key, {})
    yield from workbook_sheets(out, content)


def workbook_sheets(out: BinaryIO, content: bytes) -> Sheets:
    from kladka.imports.reading import workbook  # noqa: PLC0415 - a text file needs no parser of workbooks

    book = workbook.opened(content)
    for name, is_shown in workbook.sheets(book):
        if is_shown:
            yield name, workbook.rows_of(book, name)
        else:
            send(out, "note", "hidden_sheet", {"sheet": name})


def blocks(rows: Iterator[tuple[int, list[Cell]]]) -> Iterator[list[tuple[int, list[Cell]]]]:
    """Rows with something in them, many at a time; the empty end of each is cut off."""
    block = []
    for number, cells in rows:
        while cells and (cells[-1] is None or cells[-1] == ""):
            cells.pop()
        if any(cell is not None and cell != "" for cell in cells):
            block.append((number, cells))
        if len(block) == BLOCK:
            yield block
            block = []
    if block:
        yield block


if __name__ == "__main__":
    main(sys.argv[1:])
