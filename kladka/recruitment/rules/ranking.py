"""Who gets a place, exactly as recruitment §6 says: drop, sort, quotas, places, reserve, no place.

A name or a number of the database is never looked at: they are not even here.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import ROUND_CEILING, Decimal
from hashlib import sha256
from itertools import groupby

from kladka.recruitment.choices import TieKey

NONE = Decimal(0)
DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """An application as the ranking sees it; `number` is its number, unique in the edition."""

    number: str
    received_at: datetime
    points: Decimal = NONE
    precedence: Decimal = NONE
    failed: tuple[str, ...] = ()  # why it is out, each a sentence
    traits: frozenset[int] = frozenset()  # quotas that it counts for
    ties: Mapping[int, Decimal] = field(default_factory=dict)  # points of criteria that tell equal ones apart
    offer: int | None = None
    ruled: int | None = None  # its place among equals, as the committee ruled


@dataclass(frozen=True)
class Tie:
    """One key of the order among equals."""

    by: TieKey
    criterion: int | None = None


@dataclass(frozen=True)
class Quota:
    """So many of the places, at least, for those who have the trait."""

    key: int
    places: int


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What a round gives: `places` None when nothing limits them; `rooms` are the limits of single offers."""

    ties: tuple[Tie, ...] = ()
    quotas: tuple[Quota, ...] = ()
    places: int | None = None
    reserve: int | None = None
    rooms: Mapping[int, int] = field(default_factory=dict)
    seed: str = ""  # the random start value of the lot


@dataclass(frozen=True, kw_only=True)
class Lists:
    """Numbers of applications. Equal ones share a position; `undecided` are equal ones whom a cut parts."""

    order: tuple[Candidate, ...]
    position: Mapping[str, int]
    main: tuple[str, ...]
    reserve: tuple[str, ...]
    no_place: tuple[str, ...]
    out: tuple[Candidate, ...]
    by_quota: Mapping[str, int]
    undecided: tuple[tuple[str, ...], ...]


Key = tuple[object, ...]
SortKey = Callable[[Candidate], Key]


def rank(candidates: Iterable[Candidate], choice: Choice) -> Lists:
    """The same candidates give the same lists, in whatever order they come."""
    listed = sorted(candidates, key=shown_first)
    key = key_of(choice)
    sorted_out = sorted((one for one in listed if not one.failed), key=key)
    groups = [part for _, equal in groupby(sorted_out, key=key) for part in _as_ruled(list(equal))]
    order = [one for equal in groups for one in equal]
    main, by_quota = given(order, choice)
    after = [one.number for one in order if one.number not in main]
    cut = len(after) if choice.reserve is None else choice.reserve
    return Lists(
        order=tuple(order),
        position=dict(_positions(groups)),
        main=tuple(one.number for one in order if one.number in main),
        reserve=tuple(after[:cut]),
        no_place=tuple(after[cut:]),
        out=tuple(one for one in listed if one.failed),
        by_quota=by_quota,
        undecided=tuple(_undecided(groups, choice)),
    )


def shown_first(candidate: Candidate) -> Key:
    """Equal ones are written by number, which gives no advantage: they share a position."""
    return natural(candidate.number)


def natural(number: str) -> Key:
    """Z-2 before Z-10."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in DIGITS.split(number) if part)


def key_of(choice: Choice) -> SortKey:
    """Precedence, points, the keys of the scheme. The committee is asked last, wherever the scheme names it."""
    ties = [_KEYS[one.by](one, choice) for one in choice.ties if one.by != TieKey.COMMITTEE]

    def key(one: Candidate) -> Key:
        return (-one.precedence, -one.points, *(tie(one) for tie in ties))

    return key


def lot(seed: str, number: str) -> str:
    """What is drawn for a number: anybody who knows the start value can draw it again."""
    return sha256(f"{seed}:{number}".encode()).hexdigest()


_KEYS: Mapping[TieKey, Callable[[Tie, Choice], Callable[[Candidate], object]]] = {
    TieKey.CRITERION: lambda tie, _: lambda one: -one.ties.get(tie.criterion or 0, NONE),
    TieKey.RECEIVED: lambda _, __: lambda one: one.received_at,
    TieKey.NUMBER: lambda _, __: lambda one: natural(one.number),
    TieKey.LOT: lambda _, choice: lambda one: lot(choice.seed, one.number),
    TieKey.COMMITTEE: lambda _, __: lambda one: one.ruled,
}


def given(order: Sequence[Candidate], choice: Choice) -> tuple[frozenset[str], dict[str, int]]:
    """Who gets a place, and who of them by which quota: quotas first, then the free places, in this order."""
    places = Places(choice)
    by_quota: dict[str, int] = {}
    for quota in choice.quotas:
        for one in order:
            if quota.key in one.traits and places.with_trait[quota.key] < quota.places and places.take(one):
                by_quota[one.number] = quota.key
    for one in order:
        places.take(one)
    return frozenset(places.taken), by_quota


class Places:
    """Places as they are given away one by one."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.taken = set[str]()
        self.with_trait = Counter[int]()
        self.of_offer = Counter[int]()

    def take(self, one: Candidate) -> bool:
        """Whether a place was free for somebody who had none."""
        if one.number in self.taken or not self._fits(one):
            return False
        self.taken.add(one.number)
        self.with_trait.update(one.traits)
        if one.offer is not None:
            self.of_offer[one.offer] += 1
        return True

    def _fits(self, one: Candidate) -> bool:
        places = self.choice.places
        if places is not None and len(self.taken) >= places:
            return False
        room = self.choice.rooms.get(one.offer) if one.offer is not None else None
        return room is None or self.of_offer[one.offer or 0] < room


def quota_of_share(share: Decimal, places: int) -> int:
    """A smallest share makes whole places, rounded up: 30 % of 12 is 4."""
    return int((share * places / 100).to_integral_value(rounding=ROUND_CEILING))


def first_difference(one: Candidate, other: Candidate, choice: Choice) -> Tie | None:
    """By which key of the order among equals these two differ; None where precedence or points do, or nothing."""
    if (one.precedence, one.points) != (other.precedence, other.points):
        return None
    for tie in choice.ties:
        value = _KEYS[tie.by](tie, choice)
        if tie.by != TieKey.COMMITTEE and value(one) != value(other):
            return tie
    is_ruled = None not in {one.ruled, other.ruled} and one.ruled != other.ruled
    return Tie(TieKey.COMMITTEE) if is_ruled else None


def _as_ruled(equal: list[Candidate]) -> Iterator[list[Candidate]]:
    """One after the other as the committee ruled of all of them; a ruling that somebody joined since says nothing."""
    places = {one.ruled for one in equal}
    if None in places or len(places) < len(equal):
        yield equal
    else:
        yield from ([one] for one in sorted(equal, key=lambda one: one.ruled or 0))


def _positions(groups: Iterable[Sequence[Candidate]]) -> Iterator[tuple[str, int]]:
    position = 1
    for equal in groups:
        yield from ((one.number, position) for one in equal)
        position += len(equal)


def _undecided(groups: Sequence[Sequence[Candidate]], choice: Choice) -> Iterator[tuple[str, ...]]:
    """Equal on all keys, and it matters who of them stands first."""
    for place, equal in enumerate(groups):
        ahead = [one for group in groups[:place] for one in group]
        if len(equal) > 1 and _it_matters(ahead, equal, groups[place + 1 :], choice):
            yield tuple(one.number for one in equal)


def _it_matters(
    ahead: Sequence[Candidate],
    equal: Sequence[Candidate],
    behind: Sequence[Sequence[Candidate]],
    choice: Choice,
) -> bool:
    after = [one for group in behind for one in group]
    first = _outcome(ahead, equal, after, choice)
    return any(_outcome(ahead, turned, after, choice) != first for turned in _turned(equal))


def _turned(equal: Sequence[Candidate]) -> Iterator[Sequence[Candidate]]:
    """From behind, and with each of them first; who is the same in all that counts need not change places."""
    yield equal[::-1]
    if len({(one.traits, one.offer) for one in equal}) > 1:
        for one in equal[1:]:
            yield [one, *(other for other in equal if other is not one)]


def _outcome(
    ahead: Sequence[Candidate], equal: Sequence[Candidate], after: Sequence[Candidate], choice: Choice
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Who gets a place, and in which order the equal ones would be asked from the reserve."""
    order = [*ahead, *equal, *after]
    main, _ = given(order, choice)
    rest = [one.number for one in order if one.number not in main]
    reserve = rest if choice.reserve is None else rest[: choice.reserve]
    among = {one.number for one in equal}
    return main, tuple(number for number in reserve if number in among)
