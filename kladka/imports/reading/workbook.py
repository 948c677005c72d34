"""XLSX, XLS and ODS through calamine: the values that the sheet last showed. Formulas are not computed, macros not run."""

from collections.abc import Iterator
from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from kladka.imports.reading.frames import Cell
from kladka.imports.reading.refusing import Refused

MOST_COLUMNS = 1_000
MOST_CELLS = 40_000_000


def opened(content: bytes) -> CalamineWorkbook:
    """Raises Refused."""
    try:
        return CalamineWorkbook.from_filelike(BytesIO(content))
    except PasswordError as error:
        raise Refused("password") from error
    except (CalamineError, ZipError, XmlError, OSError) as error:
        raise Refused("broken_workbook") from error


def sheets(book: CalamineWorkbook) -> Iterator[tuple[str, bool]]:
    """Name of each sheet with cells, and whether it is shown."""
    for one in book.sheets_metadata:
        if one.typ == SheetTypeEnum.WorkSheet:
            yield one.name, one.visible == SheetVisibleEnum.Visible


def rows_of(book: CalamineWorkbook, name: str) -> Iterator[tuple[int, list[Cell]]]:
    """Raises Refused."""
    try:
        sheet = book.get_sheet_by_name(name)
    except (CalamineError, XmlError, ZipError, OSError) as error:
        raise Refused("broken_workbook") from error
    if sheet.width > MOST_COLUMNS or sheet.total_height * sheet.width > MOST_CELLS:
        raise Refused("too_wide", columns=sheet.width)
    before: list[Cell] = [None] * (sheet.start[1] if sheet.start else 0)
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield number, [*before, *map(plain, cells)]


def plain(cell: object) -> Cell:
    """Whole numbers without a point; nothing where nothing is."""
    if cell == "":
        return None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell  # type: ignore[return-value]  # what else calamine gives, `frames.encoded` turns into words
