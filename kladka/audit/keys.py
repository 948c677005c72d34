"""Keys that make personal values of the trail readable: one file a person, outside the database and its backup.

Whoever restores an old copy of the database cannot read what an erased person's key had sealed.
"""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from kladka.municipalities.tenancy import connection

MUNICIPALITY = (
    "municipality"  # seals personal values that belong to no person: an office's address, a user's name
)


def seal(values: Mapping[str, object], *, person: UUID | None) -> bytes:
    """The values as bytes that only the person's key opens; the key is made with the first of them."""
    return Fernet(_kept_key(_place(person))).encrypt(json.dumps(values).encode())


def unseal(sealed: bytes | memoryview, *, person: UUID | None) -> dict[str, object] | None:
    """What was sealed, or None once the key is destroyed."""
    try:
        text = Fernet(_place(person).read_bytes()).decrypt(bytes(sealed))
    except (FileNotFoundError, InvalidToken):
        return None
    values: dict[str, object] = json.loads(text)
    return values


def seal_bytes(content: bytes) -> bytes:
    """A file of the municipality as bytes that only its key opens."""
    return Fernet(_kept_key(_place(None))).encrypt(content)


def unseal_bytes(sealed: bytes | memoryview) -> bytes | None:
    """What was sealed, or None once the key is lost."""
    try:
        return Fernet(_place(None).read_bytes()).decrypt(bytes(sealed))
    except (FileNotFoundError, InvalidToken):
        return None


def destroy_key(person: UUID) -> None:
    """Nobody can read the personal values of this person's trail again. Safe to run twice."""
    _place(person).unlink(missing_ok=True)


def _place(person: UUID | None) -> Path:
    """`keys/<schema>/ab/<uuid>`: no folder grows to a hundred thousand files."""
    name = str(person) if person else MUNICIPALITY
    folder: Path = settings.DATA / "keys" / connection.schema_name
    return folder / name[:2] / name


def _kept_key(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return _made_key(place)


def _made_key(place: Path) -> bytes:
    """Linked into its place whole and on the disk: another process sees a key or none, never half of one."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(Fernet.generate_key())
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, place)
    except FileExistsError:
        pass  # another process was quicker; its key is the key
    finally:
        Path(draft).unlink()
    return place.read_bytes()
