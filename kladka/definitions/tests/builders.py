"""Programme files as text, as small as a test can have them."""

from pathlib import Path
from typing import Any

import kladka
from kladka.core.clock import now
from kladka.definitions.drafting.document import document_of
from kladka.definitions.errors import FileRefused
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.models import Draft
from kladka.definitions.queries import as_defined
from kladka.definitions.reading import read
from kladka.programmes.models import Programme
from kladka.programmes.tests.builders import a_user

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


def a_draft(programme: Programme, **given: Any) -> Draft:
    """A draft that says what is in force, by somebody else than the tests sign in."""
    values = {"content": document_of(as_defined(programme)), "base": programme.revision, "author": a_user()}
    draft = Draft.objects.create(
        programme=programme, **{**values, "begun_at": now(), "changed_at": now(), **given}
    )
    draft.writers.add(draft.author)
    return draft
