"""The whole file: bytes out of rows, rows out of bytes. Plain Python; nothing is held but one block."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from kladka.reporting.layouts import Layout
from kladka.reporting.lines import BadCell, Line, read_line

BOM = b"\xef\xbb\xbf"
SEPARATOR = ";"
BLOCK = 2_000
ZIP, UTF16 = b"PK\x03\x04", (b"\xff\xfe", b"\xfe\xff")


class Unreadable(ValueError):  # noqa: N818 - named for what the file is
    """The file as a whole is not what was asked for; `problem` names the sentence, `values` fill it."""

    def __init__(self, problem: str, **values: str | int) -> None:
        self.problem, self.values = problem, values
        super().__init__(problem, values)


@dataclass(frozen=True, slots=True)
class Read:
    """One line of a file: its number there (the header is 1), what it says, what could not be read."""

    number: int
    line: Line
    bad: tuple[BadCell, ...]


def write(layout: Layout, rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """The bytes of the file in blocks: BOM, header, one row a person, `;` and CRLF.

    Only a cell with `;`, a quotation mark or a line break is quoted; quotation marks are doubled.
    """
    yield BOM + encoded([layout.header])
    source = iter(rows)
    while block := list(islice(source, BLOCK)):
        yield encoded(block)


def encoded(rows: Iterable[Sequence[str]]) -> bytes:
    out = StringIO(newline="")
    csv.writer(out, delimiter=SEPARATOR, lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL).writerows(rows)
    return out.getvalue().encode()


def read(layout: Layout, content: bytes) -> Iterator[Read]:
    """The lines of a file, matched by position. Raises Unreadable, at once or at a broken line."""
    text = decoded(content)
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator(text), strict=True)
    try:
        check_header(layout, next(rows, []))
        for row in rows:
            if any(row):
                yield one_read(rows.line_num, row, len(layout.columns))
    except csv.Error as error:
        raise Unreadable("broken_quotes", line=rows.line_num) from error


def one_read(number: int, row: Sequence[str], wanted: int) -> Read:
    if len(row) != wanted:
        raise Unreadable("cells", line=number, found=len(row), wanted=wanted)
    line, bad = read_line(row)
    return Read(number, line, bad)


def decoded(content: bytes) -> str:
    if content.startswith(ZIP):
        raise Unreadable("spreadsheet")
    if content.startswith(UTF16):
        raise Unreadable("utf16")
    try:
        text = content.removeprefix(BOM).decode()
    except UnicodeDecodeError as error:
        raise Unreadable("not_utf8", line=error.object.count(b"\n", 0, error.start) + 1) from error
    if "\0" in text:
        raise Unreadable("nul", line=text.count("\n", 0, text.index("\0")) + 1)
    return text


def separator(text: str) -> str:
    """`;`, or `,` where the first line has only that; lists of other makers use it."""
    first = text.partition("\n")[0]
    return "," if "," in first and SEPARATOR not in first else SEPARATOR


def check_header(layout: Layout, header: Sequence[str]) -> None:
    if not header:
        raise Unreadable("empty")
    if len(header) != len(layout.columns):
        raise Unreadable("columns", found=len(header), wanted=len(layout.columns))
    for place, (column, text) in enumerate(zip(layout.columns, header, strict=True), start=1):
        if not column.is_headed(text):
            raise Unreadable("header", place=place, found=text.strip(), wanted=column.header)
