"""Separated values in any encoding and with any separator of Polish offices."""

import csv
from collections.abc import Iterator
from io import StringIO

from kladka.imports.reading.frames import Cell
from kladka.imports.reading.refusing import Refused

SEPARATORS = (";", "\t", ",", "|")
LOOKED_AT = 20  # lines
UTF16 = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
BOM = b"\xef\xbb\xbf"
# Ą Ś Ź ą ś ź stand elsewhere in the two old code pages; the other page has signs there that no list holds.
ONLY_WINDOWS = frozenset(b"\xa5\x8c\x8f\xb9\x9c\x9f")
ONLY_ISO = frozenset(b"\xa1\xa6\xac\xb1\xb6\xbc")
LONGEST_CELL = 32_767  # as spreadsheets have it


def rows_of(content: bytes) -> Iterator[tuple[int, list[Cell]]]:
    """Number and cells of each row; a row is what a spreadsheet would show as one. Raises Refused."""
    text = decoded(content)
    first = 1 + (separator_line(text) is not None)
    separator, text = separated(text)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=first):
            yield number, [*cells]
    except csv.Error as error:
        key = "cell_too_long" if "larger than" in str(error) else "broken_quotes"
        raise Refused(key, row=number + 1) from error


def decoded(content: bytes) -> str:
    """Raises Refused."""
    encoding = encoding_of(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("no_text", row=content.count(b"\n", 0, error.start) + 1) from error
    if "\0" in text:
        raise Refused("zero_byte", row=text.count("\n", 0, text.index("\0")) + 1)
    return text


def encoding_of(content: bytes) -> str:
    if content.startswith(BOM):
        return "utf-8-sig"
    if content[:2] in UTF16:
        return UTF16[content[:2]]
    if wide := utf16_without_mark(content[:2000]):
        return wide
    try:
        content.decode()
    except UnicodeDecodeError:
        return old_page(content)
    return "utf-8"


def utf16_without_mark(start: bytes) -> str:
    """Text of Latin letters has every second byte zero."""
    pairs = len(start) // 2
    if not pairs:
        return ""
    for encoding, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if zeros.count(0) > pairs * 0.6:
            return encoding
    return ""


def old_page(content: bytes) -> str:
    windows = sum(content.count(bytes([one])) for one in ONLY_WINDOWS)
    iso = sum(content.count(bytes([one])) for one in ONLY_ISO)
    return "iso-8859-2" if iso > windows else "cp1250"


def separated(text: str) -> tuple[str, str]:
    """The separator, and the text without the line by which a spreadsheet was told of it (`sep=;`)."""
    told = separator_line(text)
    if told is not None:
        return told, text.partition("\n")[2]
    return most_even(text), text


def separator_line(text: str) -> str | None:
    first = text.partition("\n")[0].strip()
    is_told = first.lower().startswith("sep=") and len(first) == len("sep=;")
    return first[-1] if is_told else None


def most_even(text: str) -> str:
    """That which cuts the first lines into the most columns, most evenly."""
    return max(SEPARATORS, key=lambda one: evenness(text, one))


def evenness(text: str, separator: str) -> tuple[int, int]:
    """How often the commonest width above one is met, and that width."""
    widths: dict[int, int] = {}
    reader = csv.reader(StringIO(text[:200_000], newline=""), delimiter=separator)
    try:
        for _, row in zip(range(LOOKED_AT), reader, strict=False):
            widths[len(row)] = widths.get(len(row), 0) + 1
    except csv.Error:
        return (0, 0)
    return max(((met, width) for width, met in widths.items() if width > 1), default=(0, 0))
