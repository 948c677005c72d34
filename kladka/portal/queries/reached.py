"""What the records of a programme reach today, by sex, apart from what was published. Nothing small is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kladka.core import wording
from kladka.definitions.public import PublicPage
from kladka.indicators.choices import MeasureUnit
from kladka.indicators.queries.matrix import Figure
from kladka.indicators.queries.rows import Row, matrix
from kladka.programmes.models import Edition

SMALLEST = 5  # a smaller number could let somebody be recognised


@dataclass(frozen=True)
class Reached:
    """One measure of the programme: what is promised of it, and how far it is today."""

    title: str
    total: str
    women: str = ""
    men: str = ""


def reached(page: PublicPage, editions: Iterable[Edition], *, on: date) -> dict[str, list[Reached]]:
    """By the key of the edition; only the programme's own measures, and only what has begun."""
    own = {str(one.title) for one in page.of.measures}
    return {
        edition.key: [as_shown(row) for row in matrix(edition, on=on) if row.title in own and row.reached]
        for edition in editions
    }


def as_shown(row: Row) -> Reached:
    figure = row.figure or Figure()
    count = wording.people if row.unit == MeasureUnit.PERSONS else wording.number
    by_sex = min(figure.women, figure.men) >= SMALLEST
    return Reached(
        title=row.title,
        total=count(figure.total) if figure.total >= SMALLEST else "",
        women=wording.women(figure.women) if by_sex else "",
        men=wording.men(figure.men) if by_sex else "",
    )
