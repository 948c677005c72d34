"""Crafted files: small on the disk, each with its own malice."""

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

HEADER = ("Imię", "Nazwisko", "PESEL")
ANNA = ("Anna", "Malinowa", "02070803628")
CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def an_xlsx(
    rows: Iterable[Sequence[Any]] = (HEADER, ANNA), *, name: str = "Lista", **more: Iterable[Sequence[Any]]
) -> bytes:
    """A workbook; `more` are further sheets by name."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd.mm.yyyy"}) as book:
        for title, cells in {name: rows, **more}.items():
            sheet = book.add_worksheet(title)
            for at, row in enumerate(cells):
                sheet.write_row(at, 0, row)
    return out.getvalue()


def a_csv(rows: Iterable[Sequence[str]] = (HEADER, ANNA), *, by: str = ";", encoding: str = "utf-8") -> bytes:
    return "".join(f"{by.join(row)}\r\n" for row in rows).encode(encoding)


def zipped(**parts: bytes | str) -> bytes:
    """Parts by name, with `__` for a slash and `_dot_` for a dot."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


def with_part(workbook: bytes, name: str, content: bytes) -> bytes:
    """The same workbook with one more part, or with another instead of its own."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        new.writestr(name, content)
    return out.getvalue()


def part(workbook: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        return archive.read(name)


def an_ods(rows: str) -> bytes:
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Lista">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", ODS_TYPE, zipfile.ZIP_STORED)
        archive.writestr("content.xml", body, zipfile.ZIP_DEFLATED)
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest '
            'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_TYPE}"/></manifest:manifest>',
        )
    return out.getvalue()


def ods_row(*cells: str) -> str:
    return (
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{one}</text:p></table:table-cell>'
            for one in cells
        )
        + "</table:table-row>"
    )
