from kladka.reporting.actions.checking import check_lines
from kladka.reporting.actions.exporting import Made, export_participants, open_package

__all__ = [
    "Made",
    "check_lines",
    "export_participants",
    "open_package",
]
