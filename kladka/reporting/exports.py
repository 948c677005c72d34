"""The list of sealed packages as a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext_lazy as _

from kladka.core.spreadsheets import Cell, Column
from kladka.reporting.models import Package

PACKAGES = (
    Column(_("File"), 40),
    Column(_("Made at"), 18),
    Column(_("Made by"), 24),
    Column(_("People"), 10),
    Column(_("Left out"), 10),
    Column(_("Layout"), 24),
    Column(_("Digest (SHA-256)"), 66),
)


def package_rows(packages: Iterable[Package]) -> Iterator[Sequence[Cell]]:
    for one in packages:
        yield (one.file_name, one.made_at, str(one.made_by), one.rows, one.left_out, one.layout, one.digest)
