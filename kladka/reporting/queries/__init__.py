"""Reading for the official file: which edition, its lines, what is found in them."""

from kladka.reporting.queries.background import backgrounds
from kladka.reporting.queries.choosing import edition_named
from kladka.reporting.queries.lines import Written, written_lines
from kladka.reporting.queries.report import Trouble, faulty, troubles

__all__ = ["Trouble", "Written", "backgrounds", "edition_named", "faulty", "troubles", "written_lines"]
