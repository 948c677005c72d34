"""Everything that an import changes: the records, what is remembered of sheets, files that wait, and back again."""

from kladka.imports.actions.importing import import_sheet, rehearse
from kladka.imports.actions.undoing import undo_import

__all__ = ["import_sheet", "rehearse", "undo_import"]
