"""Packages at rest; how bytes are sealed stands in `kladka.audit.sealing`."""

from kladka.audit import sealing
from kladka.audit.sealing import Broken, Packing
from kladka.reporting.models import Package


def opened(package: Package) -> bytes:
    """Raises Broken."""
    return sealing.opened(package.content, digest=package.digest, name=package.file_name)


__all__ = ["Broken", "Packing", "opened"]
