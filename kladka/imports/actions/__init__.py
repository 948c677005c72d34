"""Everything that an import changes: the records, what is remembered of sheets, files that wait, and back again."""

from kladka.imports.actions.importing import File, import_sheet, rehearse
from kladka.imports.actions.undoing import undo_import
from kladka.imports.actions.uploading import (
    correct_cells,
    give_up,
    import_upload,
    keep_upload,
    opened,
    say_mapping,
)

__all__ = [
    "File",
    "correct_cells",
    "give_up",
    "import_sheet",
    "import_upload",
    "keep_upload",
    "opened",
    "rehearse",
    "say_mapping",
    "undo_import",
]
