"""Which class is the row of which table of the file, in the order of the canonical form."""

from typing import get_args

from kladka.definitions.choices import Theme
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import Record


def _sections() -> dict[str, type[Record]]:
    rows = {name: get_args(info.annotation) for name, info in ProgrammeFile.model_fields.items()}
    return {
        name: found[0]
        for name, found in rows.items()
        if found and isinstance(found[0], type) and issubclass(found[0], Record)
    }


SECTIONS = _sections()


def theme_of(section: str) -> Theme:
    """What a table speaks of."""
    if section in {"dictionaries", "rates"}:
        return Theme.DICTIONARIES
    return Theme(SECTIONS[section].__module__.rpartition(".")[2])
