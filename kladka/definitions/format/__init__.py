"""The format of a programme file as pydantic classes, one module for a noun.

Start in `file.py`. Each table of the file is one class here and one Django model of the same field names;
`kladka.definitions.tables` says which. The published form is `docs/programme.schema.json`.
"""

from kladka.definitions.format.file import ProgrammeFile

__all__ = ["ProgrammeFile"]
