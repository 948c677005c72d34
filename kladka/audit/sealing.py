"""Bytes at rest that must not change: packed, sealed with the municipality's key, which lies outside the database."""

import hashlib
import zlib

from kladka.audit import keys

FASTEST = 1


class Broken(RuntimeError):  # noqa: N818 - named for what the kept bytes are
    """The kept bytes are not those that were sealed; restore the backup of the database and of the keys."""


class Packing:
    """Content as it grows: only its packed bytes are held."""

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


def opened(sealed: bytes | memoryview, *, digest: str, name: str) -> bytes:
    """Raises Broken."""
    packed = keys.unseal_bytes(sealed)
    content = zlib.decompress(packed) if packed is not None else b""
    if hashlib.sha256(content).hexdigest() != digest:
        raise Broken(name)
    return content
