"""Any list as a spreadsheet: what is on the screen, with its filter, all pages of it."""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Union

import xlsxwriter
from django.http import FileResponse
from django.utils import timezone

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

Cell = str | int | float | Decimal | bool | date | datetime | None
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_SHEET_NAME = 31
# A text that begins with "=" stays a text: nobody's name may become a formula of the reader's machine.
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
    "default_date_format": "yyyy-mm-dd",
}


@dataclass(frozen=True)
class Column:
    title: Union[str, "_StrPromise"]
    width: int = 16  # in letters


def xlsx_response(
    rows: Iterable[Sequence[Cell]], *, columns: Sequence[Column], title: str, filename: str
) -> FileResponse:
    """A file to download, written row by row so that a hundred thousand rows need no memory of their own."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write_xlsx(file, rows, columns=columns, title=title)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=filename, content_type=MEDIA_TYPE)


def write_xlsx(
    file: object, rows: Iterable[Sequence[Cell]], *, columns: Sequence[Column], title: str
) -> None:
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        sheet = book.add_worksheet(_sheet_name(title))
        bold = book.add_format({"bold": True, "bottom": 1})
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width)
        sheet.write_row(0, 0, [str(column.title) for column in columns], bold)
        sheet.freeze_panes(1, 0)
        last = 0
        for last, row in enumerate(rows, start=1):
            sheet.write_row(last, 0, [_value(cell) for cell in row])
        sheet.autofilter(0, 0, last, len(columns) - 1)


def _value(cell: Cell) -> Cell:
    """Moments as the reader's clock shows them."""
    return timezone.localtime(cell) if isinstance(cell, datetime) and timezone.is_aware(cell) else cell


def _sheet_name(title: str) -> str:
    allowed = "".join(" " if sign in r"[]:*?/\'" else sign for sign in title)
    return allowed.strip()[:LONGEST_SHEET_NAME] or "1"
