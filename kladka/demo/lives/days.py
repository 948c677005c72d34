"""Who comes when: pure and seeded, so that the same life is lived each time.

`arrivals` says who applies on which day and joins which group; `meetings` what the register of each session will
hold. Everybody who is not kept waiting comes at least once, so that the published number of persons is reached.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import cycle, islice, repeat
from random import Random

import holidays

from kladka.demo import invention
from kladka.demo.invention import Invented, Sex
from kladka.demo.lives.plan import EventLife, GroupLife, Life, RoundLife

COMES = 0.8
EXCUSED = 0.4  # of those who do not come
DECIDED_AFTER, SIGNED_AFTER = timedelta(days=10), timedelta(days=14)
BROUGHT_AFTER = timedelta(days=30)
CALLED_AFTER, PROMOTED_AFTER = (
    timedelta(days=7),
    timedelta(days=21),
)  # from the committee's day to the agreement


class Fate(StrEnum):
    """What becomes of somebody who applies in a round."""

    COMES = "comes"
    PROMOTED = "promoted"  # comes from the reserve, in the place of who refuses
    CHOSEN = "chosen"
    REFUSES = "refuses"
    DECLINES = "declines"
    WAITS = "waits"
    WITHOUT_PLACE = "without_place"
    INCOMPLETE = "incomplete"
    STRANGER = "stranger"


@dataclass(frozen=True)
class Arrival:
    """One person who applies and is let in; `group` is the key of the group they join."""

    number: int
    who: Invented
    applied_on: date
    group: str
    leaves_on: date | None = None  # the last day still counts
    is_kept_waiting: bool = False
    breaks_off: bool = False
    close_to: int | None = None  # the number of the member with whom they come
    round: str = ""  # the key of the round by which they come
    settled_on: date | None = None  # the day of its committee
    fate: Fate = Fate.COMES

    def is_expected_on(self, day: date) -> bool:
        return self.signed_on <= day and (self.leaves_on is None or day <= self.leaves_on)

    @property
    def decided_on(self) -> date:
        return self.settled_on or self.applied_on + DECIDED_AFTER

    @property
    def signed_on(self) -> date:
        if self.settled_on is None:
            return self.applied_on + SIGNED_AFTER
        return self.settled_on + (PROMOTED_AFTER if self.fate == Fate.PROMOTED else CALLED_AFTER)


@dataclass(frozen=True)
class Meeting:
    """A session of a group on a day: who came, and who of the others said why not."""

    group: GroupLife
    day: date
    present: tuple[int, ...]
    excused: tuple[int, ...]
    absent: tuple[int, ...]


@dataclass(frozen=True)
class Gathering:
    """An open event: only heads are counted."""

    event: EventLife
    day: date
    women: int
    men: int


def session_days(group: GroupLife, *, until: date) -> Iterator[date]:
    """The days on which it meets, none of them free from work by law."""
    first, last = group.days
    free = holidays.country_holidays("PL", years=range(first.year, last.year + 1))
    day = first + timedelta(days=(group.weekday - first.isoweekday()) % 7)
    while day <= min(last, until):
        if day not in free:
            yield day
        day += timedelta(weeks=group.weeks)


def planned_days(
    group: GroupLife, arrived: Sequence["Arrival"], *, until: date, ahead: timedelta
) -> list[date]:
    """Days that are over and on which somebody was expected, and all that are to come."""
    members = [one for one in arrived if one.group == group.key]
    return [
        day
        for day in session_days(group, until=until + ahead)
        if day > until or any(one.is_expected_on(day) for one in members)
    ]


def group_of_each(life: Life) -> list[GroupLife]:
    """One group a person, in the shares that the plan names; who is kept waiting is in the one shown today."""
    places = [group for group in life.groups for _place in range(group.persons)]
    Random(f"{life.name} groups").shuffle(places)
    shown = next((group for group in life.groups if group.is_shown_today), places[0])
    return [*islice(cycle(places), life.persons), *repeat(shown, life.waiting)]


def arrivals(life: Life) -> list[Arrival]:
    """In the order of application; each applies early enough to come at least twice to the group's sessions."""
    random, unfinished = Random(f"{life.name} arrivals"), who_break_off(life)
    chosen_in, promoted = round_of_each(life), who_are_promoted(life)
    found = []
    for number, (who, group) in enumerate(zip(_people(life), group_of_each(life), strict=True), start=1):
        waits = number > life.persons
        by = chosen_in.get(number)
        applied_on = day_of(random, by) if by else _application_day(random, life, group, waits=waits)
        one = Arrival(number, who, applied_on, group.key, _last_day(random, life), waits)
        if by:
            fate = Fate.PROMOTED if number in promoted else Fate.COMES
            one = replace(one, round=by.key, settled_on=by.decided_on, fate=fate)
        found.append(_breaking_off(life, group, one) if number in unfinished else one)
    found.extend(close_ones(life, found))
    return sorted(found, key=lambda one: (one.applied_on, one.number))


def round_of_each(life: Life) -> dict[int, RoundLife]:
    """By the number of the person; a round lets in so many of its groups as it has places, the first ones first."""
    free = {one.key: one.places for one in life.rounds}
    found = {}
    for number, group in enumerate(group_of_each(life)[: life.persons], start=1):
        by = next((one for one in life.rounds if group.key in one.groups and free[one.key]), None)
        if by:
            free[by.key] -= 1
            found[number] = by
    return found


def who_are_promoted(life: Life) -> set[int]:
    """Their numbers: in each round as many of the last ones as others refuse."""
    numbers = round_of_each(life)
    of_round = {one.key: [number for number, by in numbers.items() if by == one] for one in life.rounds}
    return {number for one in life.rounds for number in of_round[one.key][::-1][: one.refusing]}


def day_of(random: Random, by: RoundLife) -> date:
    first, last = by.applications
    return first + timedelta(days=random.randrange((last - first).days + 1))


def close_ones(life: Life, members: Sequence[Arrival]) -> Iterator[Arrival]:
    """Husbands and wives whom the first members of a group bring along some weeks after they joined it themselves."""
    random, number = Random(f"{life.name} close ones"), life.persons + life.waiting
    for group in life.groups:
        of_group = sorted((one for one in members if one.group == group.key), key=lambda one: one.applied_on)
        for member in of_group[: group.environment]:
            number += 1
            sex: Sex = "man" if member.who.sex == "woman" else "woman"
            who = invention.person(random, number=4500 + number, sex=sex, on=member.applied_on, youngest=40)
            applied_on = member.signed_on + BROUGHT_AFTER
            yield Arrival(number, who, applied_on, group.key, member.leaves_on, close_to=member.number)


def who_break_off(life: Life) -> set[int]:
    """Their numbers: so many that the rest are those who complete the planned pathway."""
    completing = life.persons if life.completing is None else life.completing
    return {
        *Random(f"{life.name} breaking off").sample(range(1, life.persons + 1), life.persons - completing)
    }


def _breaking_off(life: Life, group: GroupLife, one: Arrival) -> Arrival:
    """Their last day is a day of the group, at the earliest the first one on which they come."""
    until = life.leaving[0] if life.leaving else group.days[1]
    days = [day for day in session_days(group, until=until) if day >= one.signed_on]
    last = Random(f"{life.name} breaking off {one.number}").choice(days[:-1])
    return replace(one, leaves_on=last, breaks_off=True)


def _people(life: Life) -> list[Invented]:
    """The published women and men, then those who are kept waiting: women."""
    first, _last = life.applications
    counted = invention.people(
        life.name, women=life.women, men=life.men, on=first, youngest=life.youngest, oldest=life.oldest
    )
    random = Random(f"{life.name} waiting")
    waiting = (
        invention.person(random, number=4000 + extra, sex="woman", on=first) for extra in range(life.waiting)
    )
    return [*counted, *waiting]


def _last_day(random: Random, life: Life) -> date | None:
    """Nobody's last day is known while the programme goes on."""
    if life.leaving is None:
        return None
    first, last = life.leaving
    return first + timedelta(days=random.randrange((last - first).days + 1))


def _application_day(random: Random, life: Life, group: GroupLife, *, waits: bool) -> date:
    first, last = life.applications
    meets_until = life.leaving[0] if life.leaving else group.days[1]
    meets_last = list(session_days(group, until=meets_until))[-2]
    latest = last if waits else min(last, meets_last - SIGNED_AFTER)
    earliest = min(first if not waits else last - timedelta(days=30), latest)
    return earliest + timedelta(days=random.randrange((latest - earliest).days + 1))


def meetings(life: Life, arrived: Sequence[Arrival], *, until: date) -> list[Meeting]:
    """Every session up to the day, the day itself included, in order of time."""
    found = [
        meeting
        for group in life.groups
        for meeting in _meetings_of(life, group, [one for one in arrived if one.group == group.key], until)
    ]
    return sorted(found, key=lambda meeting: (meeting.day, meeting.group.starts_at, meeting.group.key))


def _meetings_of(life: Life, group: GroupLife, members: list[Arrival], until: date) -> Iterator[Meeting]:
    random = Random(f"{life.name} {group.key} marks")
    came: set[int] = set()
    for day in session_days(group, until=until):
        expected = [one for one in members if one.is_expected_on(day)]
        if not expected:
            continue
        marks = {one.number: _mark(random, one, came) for one in expected}
        came |= {number for number, mark in marks.items() if mark == "present"}
        yield Meeting(group, day, *(_marked(marks, mark) for mark in ("present", "excused", "absent")))


def _mark(random: Random, one: Arrival, came: Iterable[int]) -> str:
    luck = random.random()
    if one.is_kept_waiting:
        return "excused"
    if luck < COMES or one.number not in came:  # the first time everybody comes
        return "present"
    return "excused" if luck < COMES + (1 - COMES) * EXCUSED else "absent"


def _marked(marks: dict[int, str], wanted: str) -> tuple[int, ...]:
    return tuple(number for number, mark in marks.items() if mark == wanted)


def gatherings(life: Life, *, until: date) -> list[Gathering]:
    random = Random(f"{life.name} events")
    found = []
    for event in life.events:
        for day in event.days:
            heads = random.randint(*event.visitors)
            women = round(heads * random.uniform(0.5, 0.7))
            if day <= until:
                found.append(Gathering(event, day, women, heads - women))
    return sorted(found, key=lambda one: one.day)
