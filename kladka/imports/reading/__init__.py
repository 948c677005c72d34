"""Files of strangers. `process.read` gives their rows; what parses them is a process that may die (`child`).

Nothing in `child` and below imports Django: the process starts quickly and knows no secret.
"""

from kladka.imports.reading.frames import Cell, Note, Row, Sheet
from kladka.imports.reading.process import LIMITS, Limits, Unreadable, read

__all__ = ["LIMITS", "Cell", "Limits", "Note", "Row", "Sheet", "Unreadable", "read"]
