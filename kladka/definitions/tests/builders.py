"""Programme files as text, as small as a test can have them."""

from pathlib import Path

import kladka
from kladka.definitions.errors import FileRefused
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.reading import read

PROGRAMMES = sorted((Path(kladka.__file__).parent / "demo" / "programmes").glob("*.toml"))

A_FILE = """\
format = 1

[programme]
key = "close-together"
title = "Close together"

[[editions]]
key = "first"
regime = "pl-2021-2027"
starts = 2024-01-01
ends = 2025-12-31
"""


def a_programme(more: str = "") -> ProgrammeFile:
    return read((A_FILE + more).encode())


def refusals(content: bytes | str) -> list[str]:
    """Every sentence with which a file is refused."""
    try:
        read(content.encode() if isinstance(content, str) else content)
    except FileRefused as refusal:
        return [str(problem) for problem in refusal.problems]
    return []
