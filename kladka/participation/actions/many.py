"""Many participations at once, each whole: agreement, declaration, frozen entry, supports and, where it is over, its end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.core.copying import copy_in, reserve_ids
from kladka.core.queue import announce
from kladka.participation import rules
from kladka.participation.choices import AgreementKind, Cause, ExitReason, Kind, SourceKind
from kladka.participation.facts import StartsMoved
from kladka.participation.models import (
    Agreement,
    EntryDeclaration,
    EntrySnapshot,
    EntryTraits,
    Exit,
    FollowUp,
    Outcome,
    Participation,
    SupportReceived,
)
from kladka.participation.rules import Residence
from kladka.programmes.queries import check_months_are_open

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Edition
    from kladka.programmes.rules import Period

PARTICIPATION = (
    "id",
    "person",
    "edition",
    "number",
    "opened_on",
    "started_on",
    "left_on",
    "snapshot",
    "technical_id",
    "remark",
)
FACTS = rules.FACTS
SNAPSHOT = (
    "id", "participation", "version", "cause", "started_on", "taken_at", "age", "sex", "citizenship",
    "municipality_code", "locality", "postcode", "degurba", *FACTS,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a participation ended; the situation afterwards with the day since when."""

    left_on: date
    path_completed: bool
    situation: str = ""
    happened_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """Somebody who joins with everything that a list says. The first support starts the participation."""

    name: str
    number: str
    signed_on: date
    sex: str
    citizenship: str
    birth_date: date
    facts: rules.EntryFacts
    flags: tuple[tuple[str, str], ...] = ()
    home: Residence | None = None
    degurba: int | None = None
    supports: tuple[tuple[int, date], ...] = ()
    ended: Ended | None = None
    technical_id: str = ""
    remark: str = ""

    @property
    def started_on(self) -> date | None:
        return min((day for _, day in self.supports), default=None)


@dataclass(slots=True)
class Keys:
    """Keys of the rows that an entrant gets."""

    participation: int
    snapshot: int | None = field(default=None)


def check_entered(one: Entered, *, period: "Period", on: date) -> None:
    """Raises SignedInFuture, SignedAfterEdition, DetailOfOtherStatus and what supports and leaving raise."""
    rules.check_signing(one.signed_on, ends_on=period.last_day, on=on)
    rules.check_labour(one.facts.labour_status, one.facts.labour_detail)
    left_on = one.ended.left_on if one.ended else None
    standing = rules.Standing(
        name=one.name,
        kind=Kind.PARTICIPANT,
        opened_on=one.signed_on,
        declared_on=one.signed_on,
        left_on=left_on,
    )
    for support, day in one.supports:
        rules.check_in_edition(day, day, period)
        received = rules.Received(participation_id=0, support_id=support, first_on=day, last_on=day)
        rules.check_received(received, standing, on=on)
    if one.ended:
        last = max((day for _, day in one.supports), default=None)
        rules.check_leaving(one.ended.left_on, opened_on=one.signed_on, last_support_on=last, on=on)


@transaction.atomic
def enter_all(
    *,
    entrants: Sequence[tuple[int, Entered]],
    edition: "Edition",
    source_id: int,
    by: "User",
    at: datetime,
) -> list[int]:
    """Open the participations of these persons; gives their keys in the same order.

    What they received is restated by the import `source_id`. Leaves no entry in the trail: the action that calls
    it leaves one for all. Raises MonthClosed and what `check_entered` raises.
    """
    every, period = [one for _, one in entrants], edition.period_on(localdate(at))
    for one in every:
        check_entered(one, period=period, on=localdate(at))
    check_months_are_open(edition, {day for one in every for day in _days(one)})
    keys = _reserved(every)
    rows = [(key, person, one) for key, (person, one) in zip(keys, entrants, strict=True)]
    copy_in(Participation, PARTICIPATION, (_participation(*row, edition) for row in rows))
    signed = (
        (key.participation, AgreementKind.DECLARATION, one.number, one.signed_on) for key, _, one in rows
    )
    copy_in(Agreement, ("participation", "kind", "number", "signed_on"), signed)
    declared = ((key.participation, one.signed_on, at, *_facts(one)) for key, _, one in rows)
    copy_in(EntryDeclaration, ("participation", "declared_on", "recorded_at", *FACTS), declared)
    _freeze(rows, at)
    _give(rows, source_id)
    _end(rows, by, at)
    if begun := tuple(key.participation for key in keys if key.snapshot):
        announce(StartsMoved(begun))
    return [key.participation for key in keys]


Rows = Sequence[tuple[Keys, int, Entered]]


def _days(one: Entered) -> Iterator[date]:
    yield one.signed_on
    yield from (day for _, day in one.supports)
    if one.ended:
        yield one.ended.left_on


def _reserved(every: Sequence[Entered]) -> list[Keys]:
    keys = [Keys(number) for number in reserve_ids(Participation, len(every))]
    begun = [key for key, one in zip(keys, every, strict=True) if one.started_on]
    for key, number in zip(begun, reserve_ids(EntrySnapshot, len(begun)), strict=True):
        key.snapshot = number
    return keys


def _participation(key: Keys, person: int, one: Entered, edition: "Edition") -> tuple[object, ...]:
    left_on = one.ended.left_on if one.ended else None
    return (
        key.participation, person, edition.pk, one.number, one.signed_on, one.started_on, left_on, key.snapshot,
        one.technical_id, one.remark,
    )  # fmt: skip


def _facts(one: Entered) -> tuple[object, ...]:
    return tuple(getattr(one.facts, name) for name in FACTS)


def _freeze(rows: Rows, at: datetime) -> None:
    """The entry as of the first support, as `freezing` has it for single people."""
    begun = [(key, one) for key, _, one in rows if key.snapshot]
    copy_in(EntrySnapshot, SNAPSHOT, (_snapshot(key, one, at) for key, one in begun))
    flags = sorted({name for _, one in begun for name, _ in one.flags})
    traits = ((key.snapshot, *(dict(one.flags).get(name, "") for name in flags)) for key, one in begun)
    copy_in(EntryTraits, ("snapshot", *flags), traits)


def _snapshot(key: Keys, one: Entered, at: datetime) -> tuple[object, ...]:
    day, home = one.started_on, one.home
    if day is None:
        raise ValueError(one.number)
    lived = (home.municipality_code, home.locality, home.postcode) if home else ("", "", "")
    age = day.year - one.birth_date.year - ((day.month, day.day) < (one.birth_date.month, one.birth_date.day))
    return (
        key.snapshot, key.participation, 1, Cause.STARTED, day, at, age, one.sex, one.citizenship, *lived,
        one.degurba, *_facts(one),
    )  # fmt: skip


def _give(rows: Rows, source_id: int) -> None:
    received = (
        (key.participation, support, SourceKind.IMPORT, source_id, day, day)
        for key, _, one in rows
        for support, day in one.supports
    )
    columns = ("participation", "support", "source_kind", "source_id", "first_on", "last_on")
    copy_in(SupportReceived, columns, received)


def _end(rows: Rows, by: "User", at: datetime) -> None:
    ended = [(key, one.ended) for key, _, one in rows if one.ended]
    exits = (
        (
            key.participation,
            ExitReason.COMPLETED if end.path_completed else ExitReason.OTHER,
            end.path_completed,
            by.pk,
            at,
        )
        for key, end in ended
    )
    copy_in(Exit, ("participation", "reason", "path_completed", "recorded_by", "recorded_at"), exits)
    due = ((key.participation, rules.follow_up_due(end.left_on)) for key, end in ended if key.snapshot)
    copy_in(FollowUp, ("participation", "due_on"), due)
    known = (
        (key.participation, end.situation, end.happened_on, by.pk, at) for key, end in ended if end.situation
    )
    copy_in(Outcome, ("participation", "situation", "happened_on", "recorded_by", "recorded_at"), known)
