"""The same sheet again, with the cells marked that keep a row out."""

from collections import defaultdict
from typing import Any, BinaryIO

import xlsxwriter

from kladka.core.spreadsheets import OPTIONS
from kladka.imports.actions import File
from kladka.imports.reading import Row, Sheet, read
from kladka.imports.rules.mapping import place_of
from kladka.imports.telling import Outcome, Problem

FORBIDDEN = str.maketrans(dict.fromkeys(r"[]:*?/\'", " "))
LONGEST_SHEET_NAME = 31


def write_marked(out: BinaryIO, sheet: File, outcome: Outcome) -> None:
    """Every cell as it was read, none of them a formula; a marked one says beside it what is wrong and what to do."""
    marked: dict[tuple[str, int], list[Problem]] = defaultdict(list)
    for problem in outcome.problems:
        marked[problem.sheet, problem.row].append(problem)
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        red = book.add_format({"bg_color": "#ffd5d5", "border": 1})
        page: Any = None
        name = ""
        for one in read(sheet.file, name=sheet.name, limits=sheet.limits):
            if isinstance(one, Sheet):
                name, page = (
                    one.name,
                    book.add_worksheet(one.name.translate(FORBIDDEN)[:LONGEST_SHEET_NAME] or None),
                )
            elif isinstance(one, Row):
                write_row(page, one, marked.get((name, one.number), []), red)


def write_row(page: Any, row: Row, problems: list[Problem], red: object) -> None:
    page.write_row(row.number - 1, 0, row.cells)
    for one in problems:
        place = place_of(one.letter) if one.letter else 0
        cell = row.cells[place] if place < len(row.cells) else None
        if cell is None:
            page.write_blank(row.number - 1, place, None, red)
        else:
            page.write(row.number - 1, place, cell, red)
        page.write_comment(row.number - 1, place, f"{one.problem} {one.remedy}")
