"""The whole file: bytes out of rows. Plain Python; nothing is held but one block."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice

from kladka.reporting.layouts import Layout

BOM = b"\xef\xbb\xbf"
SEPARATOR = ";"
BLOCK = 2_000


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
