"""Reading what is counted: `matrix` (all figures at once), `ledger` (who is behind one), `proofs` (because of what)."""

from kladka.indicators.queries.choosing import edition_named
from kladka.indicators.queries.ledger import Line, Lines, ledger, would_count
from kladka.indicators.queries.matrix import Figure, figures
from kladka.indicators.queries.person import Counting, counting
from kladka.indicators.queries.rows import Row, matrix, title_of

__all__ = [
    "Counting",
    "Figure",
    "Line",
    "Lines",
    "Row",
    "counting",
    "edition_named",
    "figures",
    "ledger",
    "matrix",
    "title_of",
    "would_count",
]
