"""A drawing with what belongs to it: the finding as its title, the same numbers as a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Figure:
    """`{% figure one %}` shows it. The title is the finding ("6 women are missing"), not the topic."""

    title: str
    drawing: SafeString
    heads: Sequence[str]
    rows: Sequence[Sequence[object]]
    finding: str = ""
    link: str = ""  # where the finding is acted upon
    link_text: str = ""
    csv: str = ""  # the same table as a file
