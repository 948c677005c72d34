from kladka.reporting.actions.checking import check_lines
from kladka.reporting.actions.exporting import Made, export_participants, open_package
from kladka.reporting.actions.importing import Imported, import_participants

__all__ = [
    "Imported",
    "Made",
    "check_lines",
    "export_participants",
    "import_participants",
    "open_package",
]
