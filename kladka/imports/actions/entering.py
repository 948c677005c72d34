"""Rows that are new in the edition: people whom nobody knew, and known ones who join."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from kladka.core.copying import copy_in
from kladka.imports.choices import Made
from kladka.imports.examining import Block
from kladka.imports.models import Import, ImportedRow
from kladka.imports.preparing import Prepared
from kladka.imports.rules.judging import Fate, Judged
from kladka.municipalities.queries import degurba_of
from kladka.papers.actions import reserve_numbers
from kladka.participation.actions import Entered, enter_all
from kladka.participation.choices import Kind
from kladka.people.actions import Newcomer, Taking, involve, register_all
from kladka.people.models import Person
from kladka.places.actions import register_addresses
from kladka.places.rules import address_key
from kladka.programmes.models import Edition

if TYPE_CHECKING:
    from kladka.accounts.models import User

LETTER = "U"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What all rows of one import share."""

    made: Import
    edition: Edition
    by: "User"
    at: datetime

    @property
    def on(self) -> date:
        return localdate(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """A row on its way into the record, with its number in the edition."""

    judged: Judged
    ready: Prepared
    number: str


def enter(block: Block, writing: Writing) -> None:
    """In a number of statements that does not grow with the new people of the block; known ones take some each."""
    new = [one for one in block.judged if one.fate is Fate.NEW]
    if not new:
        return
    numbers = reserve_numbers(f"participation/{writing.edition.pk}/{Kind.PARTICIPANT}", count=len(new))
    joining = [
        Joining(judged=one, ready=block.prepared[one.row.number], number=f"{LETTER}/{number}")
        for one, number in zip(new, numbers, strict=True)
    ]
    pairs = list(zip(persons(joining, writing), entries(joining), strict=True))
    keys = enter_all(
        entrants=pairs,
        edition=writing.edition,
        source_id=writing.made.source_id,
        by=writing.by,
        at=writing.at,
    )
    rows = (
        (
            writing.made.pk,
            block.sheet[:100],
            one.judged.row.number,
            key,
            Made.JOINED if one.judged.known else Made.NEW,
            "{}",
        )
        for one, key in zip(joining, keys, strict=True)
    )
    copy_in(ImportedRow, ("whole", "sheet", "number", "participation", "made", "before"), rows)


def persons(joining: Sequence[Joining], writing: Writing) -> list[int]:
    """The keys of everybody, in the order of the rows; strangers are registered, the known ones involved."""
    strangers = [one for one in joining if one.judged.known is None]
    addresses = register_addresses(written=[one.ready.written for one in strangers if one.ready.written])
    newcomers = [newcomer(one, addresses) for one in strangers]
    new = iter(register_all(newcomers=newcomers, edition=writing.edition, at=writing.at))
    involve_known(joining, writing)
    return [one.judged.known.pk if one.judged.known else next(new) for one in joining]


def involve_known(joining: Sequence[Joining], writing: Writing) -> None:
    known = {one.judged.known.pk: one for one in joining if one.judged.known}
    for person in Person.objects.filter(pk__in=known):
        one = known[person.pk]
        signed_on = one.ready.entered.signed_on
        involve(Taking(person=person, edition=writing.edition, from_day=signed_on, number=one.number))


def newcomer(one: Joining, addresses: dict[str, int]) -> Newcomer:
    ready = one.ready
    return Newcomer(
        details=ready.details,
        number=one.number,
        from_day=ready.entered.signed_on,
        phone=ready.phone,
        email=ready.email,
        address_id=addresses[address_key(ready.written)] if ready.written else None,
        flags=ready.flags,
    )


def entries(joining: Sequence[Joining]) -> list[Entered]:
    """With the degree of urbanisation of the first day."""
    homes = [(one.ready.written, one.ready.entered.started_on) for one in joining]
    degrees = degurba_of({(home.municipality_code, day) for home, day in homes if home and day})
    return [
        replace(
            one.ready.entered,
            number=one.number,
            degurba=degree(degrees, home.municipality_code if home else None, day),
        )
        for one, (home, day) in zip(joining, homes, strict=True)
    ]


def degree(degrees: dict[tuple[str, date], str], code: str | None, day: date | None) -> int | None:
    said = degrees.get((code, day), "") if code and day else ""
    return int(said) if said else None
