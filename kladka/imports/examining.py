"""From a file to judged rows, block by block: the same for a rehearsal and for the import itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import BinaryIO

from kladka.core.errors import DomainError
from kladka.imports.errors import FileRefused
from kladka.imports.models import Understanding
from kladka.imports.preparing import Prepared, objection, prepared
from kladka.imports.profiles import profiles
from kladka.imports.queries import around, known_people, layout_for
from kladka.imports.reading import LIMITS, Limits, Note, Row, Unreadable, read
from kladka.imports.rules.columns import recognised
from kladka.imports.rules.judging import Fate, Judge, Judged
from kladka.imports.rules.mapping import SheetMap, fingerprint, fitted, of_data, place_of
from kladka.imports.rules.meaning import Reader, Understood
from kladka.imports.rules.profiles import of_layout
from kladka.imports.rules.table import is_no_person
from kladka.imports.tables import Table, identity_places, tables
from kladka.imports.telling import Outcome, told
from kladka.imports.wording import note, refusal
from kladka.programmes.models import ClosedMonth, Edition
from kladka.programmes.rules import Period
from kladka.reporting.layouts import Layout
from kladka.reporting.queries import excluded_statuses

BLOCK = 1_000
Progress = Callable[[int], None]
Corrections = dict[tuple[str, int, str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be read, for which edition, and how the clerk says that it is understood."""

    edition: Edition
    file: BinaryIO
    name: str
    on: date
    mapping: SheetMap | None = None
    corrections: Corrections = field(default_factory=dict)
    profile: str = ""
    limits: Limits = LIMITS


@dataclass(slots=True, kw_only=True)
class Block:
    """Judged rows of one sheet."""

    sheet: str
    judged: list[Judged]
    prepared: dict[int, Prepared]


def judged_blocks(asked: Asked, outcome: Outcome) -> Iterator[Block]:
    """Everything that becomes of the rows; counted in `outcome` as it goes. Raises FileRefused, UnknownProfile."""
    layout = layout_for(asked.edition, on=asked.on, profile=asked.profile)
    known = around(asked.edition, layout, on=asked.on)
    period = asked.edition.period_on(asked.on)
    closed = frozenset(ClosedMonth.objects.filter(edition=asked.edition).values_list("month", flat=True))
    ready = Ready(period=period, closed=closed, on=asked.on)
    judge = Judge(
        layout=layout,
        on=asked.on,
        project_start=period.first_day,
        project_end=period.last_day,
        excluded=excluded_statuses(asked.edition, on=asked.on),
    )
    for table in opened(asked, outcome):
        mapping, profile = understanding(table, layout, asked)
        outcome.mapping, outcome.profile = outcome.mapping or mapping, outcome.profile or profile
        reader = Reader(mapping, known, table.sample, profile=profile)
        yield from blocks(table, reader, judge, ready, asked, outcome)


def opened(asked: Asked, outcome: Outcome) -> Iterator[Table]:
    """The lists of people of a file. Raises FileRefused."""
    notes: list[Note] = []
    found = 0
    try:
        for table in tables(read(asked.file, name=asked.name, limits=asked.limits), notes, asked.mapping):
            found += 1
            yield table
    except Unreadable as error:
        raise FileRefused(refusal(error.key, error.values)) from error
    if not found:
        raise FileRefused(refusal("no_people", {}))
    outcome.notes += [note(one.key, one.values) for one in notes]


def understanding(table: Table, layout: Layout, asked: Asked) -> tuple[SheetMap, str]:
    """What the clerk says, what was used for this header before, what the sheet itself suggests."""
    suggested, profile = recognised(table.header, table.sample, [of_layout(layout), *profiles()])
    if asked.mapping is not None:
        return whole(fitted(asked.mapping, table.header), suggested), profile
    kept = Understanding.objects.filter(fingerprint=fingerprint(table.header)).first()
    if kept and not profile:
        return of_data(kept.mapping), profile
    return suggested, profile


def whole(said: SheetMap, suggested: SheetMap) -> SheetMap:
    """A mapping that speaks of words only leaves the columns as they were recognised."""
    return said if said.columns else SheetMap(columns=suggested.columns, words=said.words, fixed=said.fixed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What decides, beside the rules, whether the record would take a row."""

    period: Period
    closed: frozenset[date]
    on: date

    def made(self, judged: Judged) -> Prepared | DomainError:
        try:
            return prepared(judged.row, period=self.period, closed=self.closed, on=self.on)
        except DomainError as error:
            return error


def blocks(
    table: Table, reader: Reader, judge: Judge, ready: Ready, asked: Asked, outcome: Outcome
) -> Iterator[Block]:
    people = persons(table, reader.mapping, asked.corrections)
    while rows := [reader.understood(one.number, one.cells) for one in islice(people, BLOCK)]:
        block = Block(sheet=table.sheet, judged=[], prepared={})
        for one in judgements(rows, judge, asked.edition):
            sure = settled(one, ready, block)
            block.judged.append(sure)
            outcome.count(sure, told(sure, sheet=table.sheet, mapping=reader.mapping, layout=judge.layout))
        yield block


def settled(one: Judged, ready: Ready, block: Block) -> Judged:
    """A new row that the record itself would not take is refused with its sentence."""
    if one.fate is not Fate.NEW:
        return one
    made = ready.made(one)
    if isinstance(made, DomainError):
        return replace(one, fate=Fate.REFUSED, found=(*one.found, objection(made)))
    block.prepared[one.row.number] = made
    return one


def persons(table: Table, mapping: SheetMap, corrections: Corrections) -> Iterator[Row]:
    """Rows that are somebody, with what was corrected on the screen."""
    places, header = identity_places(mapping), list(table.header)
    by_row: dict[int, dict[int, str]] = {}
    for (sheet, number, letter), text in corrections.items():
        if sheet == table.sheet:
            by_row.setdefault(number, {})[place_of(letter)] = text
    for row in table.rows:
        if row.number in by_row:
            correct(row, by_row[row.number])
        if not is_no_person(row.cells, places, header):
            yield row


def correct(row: Row, cells: dict[int, str]) -> None:
    for place, text in cells.items():
        row.cells.extend([None] * (place + 1 - len(row.cells)))
        row.cells[place] = text


def judgements(rows: list[Understood], judge: Judge, edition: Edition) -> Iterator[Judged]:
    known = known_people(rows, edition)
    for one in rows:
        yield judge.judged(one, known.get(one.line.pesel), where=str(one.number))
