"""Reading what is counted: `matrix` (all figures at once), `ledger` (who is behind one), `proofs` (because of what)."""

from kladka.indicators.queries.ledger import Line, ledger, would_count
from kladka.indicators.queries.matrix import Figure, figures
from kladka.indicators.queries.rows import Row, matrix

__all__ = ["Figure", "Line", "Row", "figures", "ledger", "matrix", "would_count"]
