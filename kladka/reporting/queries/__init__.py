"""Reading for the official file: its lines, what is found in them."""

from kladka.reporting.queries.background import backgrounds, excluded_statuses
from kladka.reporting.queries.lines import Written, written_lines
from kladka.reporting.queries.report import Trouble, faulty, troubles

__all__ = ["Trouble", "Written", "backgrounds", "excluded_statuses", "faulty", "troubles", "written_lines"]
