"""Reading for the official file: its lines, what is found in them."""

from kladka.reporting.queries.background import backgrounds
from kladka.reporting.queries.lines import Written, written_lines
from kladka.reporting.queries.report import Trouble, faulty, troubles

__all__ = ["Trouble", "Written", "backgrounds", "faulty", "troubles", "written_lines"]
