"""Packages at rest: packed, and sealed with the municipality's key, which lies outside the database."""

import hashlib
import zlib

from kladka.audit import keys
from kladka.reporting.models import Package

FASTEST = 1


class Broken(RuntimeError):  # noqa: N818 - named for what the package is
    """The kept bytes are not those that were sealed; restore the backup of the database and of the keys."""


def seal(content: bytes) -> bytes:
    return keys.seal_bytes(zlib.compress(content, FASTEST))


def opened(package: Package) -> bytes:
    """Raises Broken."""
    packed = keys.unseal_bytes(package.content)
    content = zlib.decompress(packed) if packed is not None else b""
    if hashlib.sha256(content).hexdigest() != package.digest:
        raise Broken(package.file_name)
    return content
