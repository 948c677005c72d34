"""Reading beside the sheet: what the record knows around an edition, and whom it knows already."""

from kladka.imports.queries.around import around, layout_for
from kladka.imports.queries.known import known_people

__all__ = ["around", "known_people", "layout_for"]
