"""The matrix and the lists behind it as spreadsheets."""

from collections.abc import Iterable, Iterator, Sequence

from django.http import FileResponse
from django.utils.translation import gettext_lazy as _

from kladka.core.spreadsheets import Cell, Column, xlsx_response
from kladka.indicators.choices import MeasureKind, MeasureUnit
from kladka.indicators.queries import Line, Row
from kladka.indicators.wording import because, if_only
from kladka.people.choices import Sex

MATRIX = (
    Column(_("Code"), 10),
    Column(_("Indicator"), 60),
    Column(_("Type"), 12),
    Column(_("Unit"), 12),
    Column(_("Target, women")),
    Column(_("Target, men")),
    Column(_("Target, total")),
    Column(_("Reached, women")),
    Column(_("Reached, men")),
    Column(_("Reached, total")),
    Column(_("% of the target")),
    Column(_("Would count")),
    Column(_("Evidence"), 40),
)
PEOPLE = (
    Column(_("Number"), 14),
    Column(_("Surname"), 24),
    Column(_("First name"), 20),
    Column(_("Sex"), 12),
    Column(_("Age at entry"), 12),
    Column(_("Start"), 12),
    Column(_("End"), 12),
    Column(_("Counts because of"), 60),
    Column(_("Would count if"), 60),
)


def matrix_file(rows: Iterable[Row], *, title: str, filename: str) -> FileResponse:
    return xlsx_response(map(matrix_row, rows), columns=MATRIX, title=title, filename=filename)


def matrix_row(row: Row) -> Sequence[Cell]:
    target, figure = row.target, row.figure
    promised = (target.women, target.men, target.total) if target else (None, None, None)
    reached = (figure.women, figure.men, figure.total) if figure else (None, None, None)
    kind, unit = str(MeasureKind(row.kind).label), str(MeasureUnit(row.unit).label)
    waiting = figure.waiting if figure else None
    return (row.code, row.title, kind, unit, *promised, *reached, row.share, waiting, row.evidence)


def people_file(lines: Iterable[Line], *, title: str, filename: str) -> FileResponse:
    return xlsx_response(people_rows(lines), columns=PEOPLE, title=title, filename=filename)


def people_rows(lines: Iterable[Line]) -> Iterator[Sequence[Cell]]:
    for one in lines:
        yield (
            one.number,
            one.person.last_name,
            one.person.first_name,
            str(Sex(one.sex).label),
            one.age,
            one.started_on,
            one.left_on,
            "; ".join(map(because, one.proofs)),
            "; ".join(map(if_only, one.lacks)),
        )
