"""The official files of the national registers, read and checked before anything is written.

Layouts: TERC, SIMC and ULIC as Statistics Poland publishes them (`;`, UTF-8, header line), and a list of the
degree of urbanisation with Eurostat's column names. Plain Python, but for the sentences of refusals.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from django.utils.translation import gettext as _

from kladka.municipalities.errors import RegisterRefused

Row = Mapping[str, str]
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ZIPPED = b"PK\x03\x04"  # a ZIP archive, and every XLSX
SIX = 6


@dataclass(frozen=True)
class Layout:
    """One kind of file: the columns of its header, and what a row of it becomes."""

    name: str
    columns: tuple[str, ...]
    fields: tuple[str, ...]
    values: Callable[[Row], tuple[str, ...]]
    key: tuple[str, ...]


@dataclass(frozen=True)
class Register:
    """A file that was read whole and is right."""

    layout: Layout
    rows: list[tuple[str, ...]]

    @property
    def states(self) -> list[str]:
        """The days that the rows hold for; one in an official file."""
        at = self.layout.fields.index("held_on")
        return sorted({row[at] for row in self.rows})


def unit_code(row: Row, kind: str = "RODZ") -> str:
    return row["WOJ"] + row["POW"] + row["GMI"] + row[kind]


def street_name(row: Row) -> str:
    """As on a plate: the register keeps the surname first, for its own order."""
    return " ".join(part for part in (row["CECHA"], row["NAZWA_2"], row["NAZWA_1"]) if part)


TERC = Layout(
    "TERC",
    ("WOJ", "POW", "GMI", "RODZ", "NAZWA", "NAZWA_DOD", "STAN_NA"),
    ("code", "name", "kind", "held_on"),
    lambda row: (unit_code(row), row["NAZWA"], row["NAZWA_DOD"], row["STAN_NA"]),
    key=("code",),
)
SIMC = Layout(
    "SIMC",
    ("WOJ", "POW", "GMI", "RODZ_GMI", "RM", "MZ", "NAZWA", "SYM", "SYMPOD", "STAN_NA"),
    ("code", "parent_code", "name", "kind", "unit_code", "held_on"),
    lambda row: (
        *(row["SYM"], row["SYMPOD"], row["NAZWA"], row["RM"]),
        *(unit_code(row, "RODZ_GMI"), row["STAN_NA"]),
    ),
    key=("code",),
)
ULIC = Layout(
    "ULIC",
    ("WOJ", "POW", "GMI", "RODZ_GMI", "SYM", "SYM_UL", "CECHA", "NAZWA_1", "NAZWA_2", "STAN_NA"),
    ("code", "locality_code", "unit_code", "name", "held_on"),
    lambda row: (row["SYM_UL"], row["SYM"], unit_code(row, "RODZ_GMI"), street_name(row), row["STAN_NA"]),
    key=("locality_code", "code"),
)
DEGURBA = Layout(
    "DEGURBA",
    ("LAU CODE", "DEGURBA", "YEAR"),
    ("code", "degree", "held_on"),
    lambda row: (row["LAU CODE"][:SIX], row["DEGURBA"], f"{row['YEAR']}-01-01"),
    key=("code",),
)
TERYT = (TERC, SIMC, ULIC)
SHAPES: Mapping[str, str] = {
    "code": r"\d{2}|\d{4}|\d{5}|\d{6}|\d{7}",
    "parent_code": r"\d{7}",
    "locality_code": r"\d{7}",
    "unit_code": r"\d{7}",
    "degree": "[123]",
    "name": r".{1,220}",
}


def read(path: Path, layouts: Iterable[Layout]) -> Register:
    """The whole file, checked. Raises RegisterRefused: which file, which line, what to do."""
    lines = text_of(path).splitlines()
    layout = layout_of(path, lines[0], tuple(layouts))
    table = csv.reader(StringIO("\n".join(lines)), delimiter=delimiter(lines[0]))
    header = [name.strip().upper().replace("_", " ") for name in next(table)]
    wanted = {name: header.index(name.replace("_", " ")) for name in layout.columns}
    rows = list(_checked(path, table, layout, wanted, width=len(header)))
    if not rows:
        raise RegisterRefused(_("The file %s has a header but no rows.") % path.name)
    return Register(layout, rows)


def text_of(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise RegisterRefused(
            _("The file %(path)s cannot be read: %(why)s.") % {"path": path, "why": error.strerror}
        ) from None
    if raw.startswith(UTF_16) or b"\0" in raw[:200]:
        raise RegisterRefused(_("The file %s is written in UTF-16: save it as CSV in UTF-8.") % path.name)
    if raw.startswith(ZIPPED):
        raise RegisterRefused(_("The file %s is packed: unpack it and give the CSV file inside.") % path.name)
    if not raw.strip():
        raise RegisterRefused(_("The file %s is empty.") % path.name)
    try:
        return raw.decode("utf-8-sig").strip("\r\n")
    except UnicodeDecodeError as error:
        said = {"file": path.name, "line": raw.count(b"\n", 0, error.start) + 1}
        raise RegisterRefused(
            _("The file %(file)s is not in UTF-8 (line %(line)s): save it as CSV in UTF-8.") % said
        ) from None


def delimiter(header: str) -> str:
    return ";" if ";" in header else ","


def layout_of(path: Path, header: str, layouts: tuple[Layout, ...]) -> Layout:
    found = {name.strip().strip('"').upper().replace("_", " ") for name in header.split(delimiter(header))}
    for layout in layouts:
        if {name.replace("_", " ") for name in layout.columns} <= found:
            return layout
    known = " / ".join(f"{layout.name} ({'; '.join(layout.columns)})" for layout in layouts)
    raise RegisterRefused(
        _("The columns of %(file)s are not those of %(known)s.") % {"file": path.name, "known": known}
    )


def _checked(
    path: Path, table: Iterable[list[str]], layout: Layout, wanted: Mapping[str, int], *, width: int
) -> Iterator[tuple[str, ...]]:
    seen: set[tuple[str, ...]] = set()
    keys = [layout.fields.index(name) for name in (*layout.key, "held_on")]
    for number, cells in enumerate(table, 2):
        if not any(cells):
            continue
        if len(cells) != width:
            raise refused(
                path, number, _("it has %(found)s columns, not %(width)s"), found=len(cells), width=width
            )
        values = layout.values({name: cells[at].strip() for name, at in wanted.items()})
        _check_values(path, number, layout, values)
        key = tuple(values[at] for at in keys)
        if key in seen:
            raise refused(path, number, _("the code %(code)s stands twice"), code=key[0])
        seen.add(key)
        yield values


def _check_values(path: Path, number: int, layout: Layout, values: tuple[str, ...]) -> None:
    for field, value in zip(layout.fields, values, strict=True):
        right = is_day(value) if field == "held_on" else re.fullmatch(SHAPES.get(field, ".*"), value)
        if not right:
            raise refused(path, number, _("“%(value)s” is no value for %(field)s"), value=value, field=field)


def is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def refused(path: Path, line: int, why: str, **values: object) -> RegisterRefused:
    said = {"file": path.name, "line": line, "why": why % values}
    return RegisterRefused(_("The file %(file)s cannot be read, line %(line)s: %(why)s.") % said)
