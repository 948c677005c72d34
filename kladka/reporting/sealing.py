"""Packages at rest: packed, and sealed with the municipality's key, which lies outside the database."""

import hashlib
import zlib

from kladka.audit import keys
from kladka.reporting.models import Package

FASTEST = 1


class Broken(RuntimeError):  # noqa: N818 - named for what the package is
    """The kept bytes are not those that were sealed; restore the backup of the database and of the keys."""


class Packing:
    """A package as it grows: only its packed bytes are held."""

    def __init__(self) -> None:
        self.size = 0
        self._digest = hashlib.sha256()
        self._packer = zlib.compressobj(FASTEST)
        self._packed = bytearray()

    def add(self, content: bytes) -> None:
        self.size += len(content)
        self._digest.update(content)
        self._packed += self._packer.compress(content)

    @property
    def digest(self) -> str:
        return self._digest.hexdigest()

    def sealed(self) -> bytes:
        """Once, at the end."""
        return keys.seal_bytes(bytes(self._packed + self._packer.flush()))


def opened(package: Package) -> bytes:
    """Raises Broken."""
    packed = keys.unseal_bytes(package.content)
    content = zlib.decompress(packed) if packed is not None else b""
    if hashlib.sha256(content).hexdigest() != package.digest:
        raise Broken(package.file_name)
    return content
