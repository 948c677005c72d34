"""Looking into a zipped workbook before anything parses it: how much it unfolds to, and what it carries."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from kladka.imports.reading.refusing import Refused

MOST_PARTS = 5_000
MOST_UNFOLDED = 900 * 1024 * 1024
SUSPECT, RATIO = 30 * 1024 * 1024, 150  # unfolding to more than this, and so many times larger
PIECE = 1024 * 1024
MARKUP = (".xml", ".rels")


@dataclass(frozen=True, slots=True)
class Carried:
    """What the file has beside its cells; none of it is used."""

    formulas: bool = False
    macros: bool = False
    links: bool = False


def looked_into(file: BinaryIO) -> Carried:
    """Raises Refused."""
    try:
        with zipfile.ZipFile(file) as archive:
            check_size(archive)
            check_kind(archive)
            return carried(archive)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise Refused("broken_zip") from error
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]  # the module keeps what it imports
        raise Refused("broken_zip") from error


def check_size(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    whole, packed = sum(one.file_size for one in parts), sum(one.compress_size for one in parts)
    if len(parts) > MOST_PARTS or whole > MOST_UNFOLDED or is_bomb(whole, packed):
        raise Refused("bomb", size=whole // (1024 * 1024))


def is_bomb(whole: int, packed: int) -> bool:
    return whole > SUSPECT and whole > RATIO * max(packed, 1)


def check_kind(archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    is_excel = "xl/workbook.xml" in names or "xl/workbook.bin" in names
    if not is_excel and "content.xml" not in names:
        raise Refused("zip_of_something")


def carried(archive: zipfile.ZipFile) -> Carried:
    """Every part of markup is unfolded once, a piece at a time: a size that lies is found here."""
    names = archive.namelist()
    formulas = [holds_formula(archive, name) for name in names if name.endswith(MARKUP)]
    return Carried(
        formulas=any(formulas),
        macros=any(name.endswith("vbaProject.bin") or name.startswith("Basic/") for name in names),
        links=any(name.startswith("xl/externalLinks/") for name in names),
    )


def holds_formula(archive: zipfile.ZipFile, name: str) -> bool:
    """Raises Refused where the part defines entities, which may name files and unfold without end."""
    of_sheet = name.startswith("xl/worksheets/") or name == "content.xml"
    found, before = False, b""
    for number, piece in enumerate(pieces(archive, name)):
        seen = before + piece
        if number == 0 and any(mark in seen[:4096] for mark in (b"<!DOCTYPE", b"<!ENTITY")):
            raise Refused("entities")
        found = found or (
            of_sheet and any(mark in seen for mark in (b"<f>", b"<f ", b"<f/", b"table:formula="))
        )
        before = piece[-16:]
    return found


def pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    unfolded = 0
    with archive.open(name) as part:
        while piece := part.read(PIECE):
            unfolded += len(piece)
            if unfolded > MOST_UNFOLDED:
                raise Refused("bomb", size=unfolded // (1024 * 1024))
            yield piece
