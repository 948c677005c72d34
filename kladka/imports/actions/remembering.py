"""How a sheet was understood, for the next one with the same header."""

from datetime import datetime

from kladka.imports.models import Understanding
from kladka.imports.rules.mapping import SheetMap, as_data, fingerprint


def remember(mapping: SheetMap, *, at: datetime) -> None:
    """Part of the import that used it, which leaves the entry in the trail."""
    header = [one.header for one in mapping.columns]
    Understanding.objects.update_or_create(
        fingerprint=fingerprint(header), defaults={"mapping": as_data(mapping), "used_at": at}
    )
