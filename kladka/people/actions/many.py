"""Many new people at once, in a number of statements that does not grow with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import IntegrityError, transaction

from kladka.core.copying import copy_in, reserve_ids
from kladka.core.sorting import sort_key
from kladka.people import errors, rules
from kladka.people.choices import AddressKind, ContactKind
from kladka.people.models import Contact, Involvement, Person, PersonAddress, SensitiveTraits

if TYPE_CHECKING:
    from kladka.programmes.models import Edition

PERSON = (
    "id", "public_id", "first_name", "last_name", "sex", "birth_date", "pesel", "identifier_kind", "identifier",
    "citizenship", "language", "registered_at", "sort_key", "search_text",
)  # fmt: skip

INVOLVEMENT = ("person", "edition", "number", "from_day", "sort_key", "search_text", "sex", "has_pesel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody new: details as `rules.checked` gave them back, clean contacts, the number in the edition."""

    details: rules.Details
    number: str
    from_day: date
    phone: str = ""
    email: str = ""
    address_id: int | None = None
    flags: tuple[tuple[str, str], ...] = ()


@transaction.atomic
def register_all(*, newcomers: Sequence[Newcomer], edition: "Edition", at: datetime) -> list[int]:
    """Write them down and let those who work in the edition see them; gives their keys in the same order.

    Leaves no entry in the trail: the action that calls it leaves one for all. Raises PersonsTaken.
    """
    keys = reserve_ids(Person, len(newcomers))
    pairs = list(zip(keys, newcomers, strict=True))
    listed = [_listed(one) for one in newcomers]
    try:
        with transaction.atomic():
            people = zip(pairs, listed, strict=True)
            copy_in(Person, PERSON, (_person(key, one, at, by) for (key, one), by in people))
    except IntegrityError as error:
        raise errors.PersonsTaken from error
    copy_in(Contact, ("person", "kind", "value", "is_preferred"), _contacts(pairs))
    settled = [
        (key, one.address_id, AddressKind.RESIDENCE, one.from_day) for key, one in pairs if one.address_id
    ]
    copy_in(PersonAddress, ("person", "address", "kind", "from_day"), settled)
    flags = sorted({name for one in newcomers for name, _ in one.flags})
    traits = ((key, *(dict(one.flags).get(name, "") for name in flags)) for key, one in pairs if one.flags)
    copy_in(SensitiveTraits, ("person", *flags), traits)
    involved = zip(pairs, listed, strict=True)
    copy_in(Involvement, INVOLVEMENT, (_involvement(key, one, edition.pk, by) for (key, one), by in involved))
    return keys


def _listed(one: Newcomer) -> tuple[str, str]:
    """As `Person.remember_names` makes them."""
    details, names = one.details, (one.details.last_name, one.details.first_name)
    return sort_key(*names), rules.search_text(*names, details.pesel or details.identifier, one.number)


def _person(key: int, one: Newcomer, at: datetime, listed: tuple[str, str]) -> tuple[object, ...]:
    details = one.details
    return (
        key, uuid4(), details.first_name, details.last_name, details.sex, details.birth_date, details.pesel or None,
        details.identifier_kind, details.identifier, details.citizenship, details.language, at, *listed,
    )  # fmt: skip


def _involvement(key: int, one: Newcomer, edition: int, listed: tuple[str, str]) -> tuple[object, ...]:
    """As `Person.as_listed` has it."""
    return key, edition, one.number, one.from_day, *listed, one.details.sex, bool(one.details.pesel)


def _contacts(pairs: Sequence[tuple[int, Newcomer]]) -> Iterator[tuple[object, ...]]:
    """The telephone is the preferred way where there is one."""
    for key, one in pairs:
        if one.phone:
            yield key, ContactKind.PHONE, one.phone, True
        if one.email:
            yield key, ContactKind.EMAIL, one.email, not one.phone
