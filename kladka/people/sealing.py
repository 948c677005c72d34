"""Words about a person that only keys outside the database open: a pathway's goal, the data of a printed paper."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from kladka.audit import keys
from kladka.people.models import Merge, Person

if TYPE_CHECKING:
    from collections.abc import Mapping


def seal(values: "Mapping[str, object]", *, person: Person) -> bytes:
    """The values as bytes that open with the person's key."""
    return keys.seal(values, person=person.public_id)


def unseal(sealed: bytes | memoryview, *, person: Person) -> dict[str, object] | None:
    """What was sealed, or None once the key is destroyed.

    A merge moves rows and seals nothing anew: the key may be that of a record that was merged into this one, or
    of the one into which this one was merged until that was undone.
    """
    opened = (keys.unseal(sealed, person=key) for key in _keys_of(person))
    return next((values for values in opened if values is not None), None)


def _keys_of(person: Person) -> Iterator[UUID]:
    """The person's own first: the others are asked for only where it does not open."""
    yield person.public_id
    yield from person.aliases.values_list("public_id", flat=True)
    yield from Merge.objects.filter(gone=person.public_id).values_list("kept", flat=True)
