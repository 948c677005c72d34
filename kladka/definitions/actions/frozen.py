"""What a file may no longer change: a scoring scheme from the first score on."""

from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import Record
from kladka.definitions.queries import as_defined
from kladka.programmes.models import Programme
from kladka.recruitment.errors import SchemeFrozen
from kladka.recruitment.models import Scheme

_PARTS = ("scheme_sources", "criteria", "tie_breaks")


def check_schemes_are_free(programme: Programme, file: ProgrammeFile) -> None:
    """Locks the schemes, so that nobody scores while they change. Raises SchemeFrozen."""
    schemes = Scheme.objects.select_for_update().filter(edition__programme=programme)
    frozen = [one for one in schemes if one.frozen_at is not None]
    before = as_defined(programme) if frozen else None
    for scheme in frozen:
        if before is not None and _whole(before, scheme.key) != _whole(file, scheme.key):
            raise SchemeFrozen(scheme.title)


def _whole(file: ProgrammeFile, key: str) -> list[Record]:
    """The scheme with all its parts, in their order."""
    parts = [row for section in _PARTS for row in file.rows(section) if getattr(row, "scheme", None) == key]
    named = {row.key for row in parts}
    levels = [row for row in file.rows("criterion_options") if getattr(row, "criterion", None) in named]
    return [*(row for row in file.schemes if row.key == key), *parts, *levels]
