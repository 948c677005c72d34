"""From everything that a file says to its lists of people: sheet by sheet, each under its header."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from kladka.imports.reading import Note, Row, Sheet
from kladka.imports.rules import table
from kladka.imports.rules.columns import by_content, columns_of
from kladka.imports.rules.folding import folded_header, shown
from kladka.imports.rules.mapping import SheetMap, place_of

HEADER_WITHIN = 40
SAMPLE = 250
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Table:
    """A list of people: where it stands, its header, its first rows to look at, and all its rows once."""

    sheet: str
    header_row: int
    header: tuple[str, ...]
    sample: tuple[tuple[object, ...], ...]
    rows: Iterator[Row]


class Said:
    """What a file says, cut at its sheets."""

    def __init__(self, said: Iterator[Sheet | Row | Note], notes: list[Note]) -> None:
        self._said, self._notes = said, notes
        self.sheet: Sheet | None = None
        self._until_sheet()

    def _until_sheet(self) -> None:
        for _ in self.rows():
            pass

    def rows(self) -> Iterator[Row]:
        """Those of the sheet that has begun; then `sheet` is the next one, or nothing."""
        self.sheet = None
        for one in self._said:
            if isinstance(one, Note):
                self._notes.append(one)
            elif isinstance(one, Sheet):
                self.sheet = one
                return
            else:
                yield one


def tables(
    said: Iterator[Sheet | Row | Note], notes: list[Note], told: SheetMap | None = None
) -> Iterator[Table]:
    """Every sheet that holds people; the others are told. `told`: how the clerk says that the header is understood."""
    whole = Said(said, notes)
    while whole.sheet is not None:
        name, rows = whole.sheet.name, whole.rows()
        first = list(islice(rows, SAMPLE))
        at = header_at([one.cells for one in first[:HEADER_WITHIN]], told)
        if at is None:
            if first:
                notes.append(Note("no_people", {"sheet": name}))
        else:
            yield table_of(name, first, at, rows)
        for _ in rows:
            pass


def header_at(rows: Sequence[Sequence[object]], told: SheetMap | None) -> int | None:
    """By what the clerk said, by names, else the row above the first PESEL."""
    for place, cells in enumerate(rows):
        if told and fits(cells, told):
            return place
    found = table.header_among(rows)
    return above_content(rows) if found is None else found


def fits(cells: Sequence[object], told: SheetMap) -> bool:
    """Whether at least half of the headers that the mapping names stand in this row."""
    wanted = {folded_header(one.header) for one in told.columns if one.field and one.header}
    there = {folded_header(shown(cell)) for cell in cells}
    return bool(wanted) and len(wanted & there) > ENOUGH * len(wanted)


def above_content(rows: Sequence[Sequence[object]]) -> int | None:
    """A list whose header nobody knows is known by its numbers."""
    for place in range(min(len(rows) - 1, HEADER_WITHIN)):
        below = columns_of(rows[place + 1 :], max(map(len, rows)))
        is_header = all(isinstance(cell, str) or cell is None for cell in rows[place])
        if is_header and any(by_content(column) == "pesel" for column in below):
            return place
    return None


def table_of(name: str, first: Sequence[Row], at: int, rest: Iterator[Row]) -> Table:
    head, sample = first[at], first[at + 1 :]
    widest = max([len(head.cells), *(len(one.cells) for one in sample)])
    header = [shown(cell) for cell in head.cells] + [""] * (widest - len(head.cells))
    return Table(
        name,
        head.number,
        tuple(header),
        tuple(tuple(one.cells) for one in sample),
        chain(sample, rest),
    )


def identity_places(mapping: SheetMap) -> list[int]:
    return [place_of(one.letter) for one in mapping.columns if one.field in table.IDENTITY]
