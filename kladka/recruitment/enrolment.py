"""Whether a programme takes applications today, for what, and if not, what comes next."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import Q

from kladka.programmes.models import Edition, last_day_on
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application, Decision, Round
from kladka.recruitment.queries import HARD, window_of
from kladka.recruitment.rules import Window, is_open

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kladka.programmes.models import Offer, Programme


class State(StrEnum):
    """From the best news to the worst; NONE: nothing was ever announced."""

    OPEN = "open"
    RESERVE = "reserve"
    AHEAD = "ahead"
    FULL = "full"
    CLOSED = "closed"
    NONE = "none"


TAKING = {State.OPEN, State.RESERVE}


@dataclass(frozen=True)
class Opening:
    """Something that can be applied for: a round, and an offer of it where it names some."""

    round: Round
    offer: "Offer | None"
    state: State

    @property
    def key(self) -> str:
        return f"{self.round.pk}-{self.offer.pk if self.offer else 0}"

    @property
    def title(self) -> str:
        return str(self.offer or self.round.title or self.round.edition)

    @property
    def window(self) -> Window:
        return window_of(self.round)


@dataclass(frozen=True)
class Enrolment:
    """The state of a whole programme."""

    state: State = State.NONE
    openings: tuple[Opening, ...] = ()  # those in that state
    day: date | None = None  # the last day while it is open, the first one ahead, the last one gone

    @property
    def is_taking(self) -> bool:
        return self.state in TAKING

    def opening(self, key: str) -> Opening | None:
        return next((one for one in self.openings if one.key == key), None)


@dataclass(frozen=True)
class Taken:
    """How many are on a list, by round, offer and list."""

    counts: Counter[tuple[int | None, int | None, str]]

    def on(self, outcome: Outcome, *, rounds: Collection[int] = (), offer: int | None = None) -> int:
        return sum(
            number
            for (round_id, offer_id, listed), number in self.counts.items()
            if listed == outcome and (round_id in rounds if rounds else offer_id == offer)
        )


def enrolment_of(programme: "Programme", *, on: date) -> Enrolment:
    """The best that its rounds offer on a day. Always three statements, whatever the number of rounds."""
    ends = Edition.objects.filter(programme=programme).alias(stops=last_day_on(on))
    editions = ends.filter(Q(stops=None) | Q(stops__gte=on))
    rounds = Round.objects.filter(edition__in=editions).select_related("edition__programme").order_by("pk")
    named = Round.offers.through.objects.filter(round__edition__in=editions).select_related("offer")
    offers: dict[int, list[Offer | None]] = {}
    for row in named.order_by("pk"):
        offers.setdefault(row.round_id, []).append(row.offer)
    taken = places_taken(editions)
    found = [
        Opening(one, offer, state_of(one, offer, on=on, taken=taken, alike=alike(one, offers)))
        for one in rounds
        for offer in offers.get(one.pk, [None])
    ]
    return best_of(found, on=on)


def alike(one: Round, offers: "Mapping[int, list[Offer | None]]") -> set[int]:
    """Rounds for an offer of this round, and itself: they share its total."""
    mine = {offer.pk for offer in offers.get(one.pk, []) if offer}
    return {one.pk} | {key for key, named in offers.items() if mine & {each.pk for each in named if each}}


def state_of(one: Round, offer: "Offer | None", *, on: date, taken: Taken, alike: Collection[int]) -> State:
    """By its days, and while it is open by its places; only exact limits fill.

    Who waits on the reserve goes before anybody new: a place that became free is theirs first.
    """
    state = when(one, on=on)
    if state != State.OPEN:
        return state
    free = min(free_places(one, offer, taken=taken, alike=alike), default=None)
    reserved = taken.on(Outcome.RESERVE, rounds={one.pk})
    if free is None or free > reserved:
        return State.OPEN
    has_reserve = one.reserve is None or one.reserve_relation not in HARD or reserved < one.reserve
    return State.RESERVE if has_reserve else State.FULL


def free_places(one: Round, offer: "Offer | None", *, taken: Taken, alike: Collection[int]) -> Iterator[int]:
    """Of the round, of all rounds for the same offers, and of the offer: those with an exact limit."""
    if one.limit is not None and one.limit_relation in HARD:
        yield one.limit - taken.on(Outcome.QUALIFIED, rounds={one.pk})
    if one.total is not None and one.total_relation in HARD:
        yield one.total - taken.on(Outcome.QUALIFIED, rounds=alike)
    if offer is not None and offer.limit is not None and offer.limit_relation in HARD:
        yield offer.limit - taken.on(Outcome.QUALIFIED, offer=offer.pk)


def when(one: Round, *, on: date) -> State:
    """By its days alone; a round whose beginning was not published has not begun."""
    window = window_of(one)
    if window.opens is None:
        return State.NONE
    if is_open(window, on=on):
        return State.OPEN
    return State.AHEAD if on < window.opens else State.CLOSED


def places_taken(editions: "QuerySet[Edition]") -> Taken:
    """How many are on the main list and on the reserve, by round and offer; one statement."""
    decided = Decision.objects.in_force().filter(
        application__in=Application.objects.filter(edition__in=editions, withdrawn_on=None, vacated_on=None),
        outcome__in=[Outcome.QUALIFIED, Outcome.RESERVE],
    )
    return Taken(Counter(decided.values_list("application__round", "application__offer", "outcome")))


def best_of(openings: Collection[Opening], *, on: date) -> Enrolment:
    """What a resident is told first. What can be applied for with a place and in reserve is offered together."""
    state = next((one for one in State if any(opening.state == one for opening in openings)), State.NONE)
    wanted = TAKING if state in TAKING else {state}
    shown = tuple(one for one in openings if one.state in wanted)
    return Enrolment(state, shown, day_of(state, shown, on=on))


def day_of(state: State, openings: Collection[Opening], *, on: date) -> date | None:
    """The day that matters: the earliest opening ahead, the last closing of what is open or gone."""
    if state == State.AHEAD:
        return min(one.window.opens for one in openings if one.window.opens)
    closing = [one.window.closes for one in openings]
    known = [one for one in closing if one is not None and (state != State.CLOSED or one < on)]
    return max(known, default=None) if None not in closing else None
