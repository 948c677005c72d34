"""Rounds of recruitment as they were held: applications, cards, the sealed protocol, and who moved up."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

from kladka.definitions.actions import load
from kladka.definitions.canonical import canonical
from kladka.definitions.queries import as_defined
from kladka.definitions.reading import read
from kladka.demo.lives.cards import card
from kladka.demo.lives.days import Arrival, Fate
from kladka.demo.lives.joining import applied, see_proofs
from kladka.demo.lives.others import others
from kladka.demo.lives.plan import RoundLife
from kladka.demo.lives.stage import NOON, Deed, Stage
from kladka.recruitment.actions import (
    answer_place,
    appoint_committee,
    offer_place,
    publish_results,
    score_application,
    seal_protocol,
    sign_protocol,
    withdraw,
)
from kladka.recruitment.canonical import Meeting
from kladka.recruitment.choices import Cards, PlaceAnswer, Seat, Signing
from kladka.recruitment.models import Application, CommitteeMember, Promotion, Round
from kladka.recruitment.queries.scoring import criteria_of

INVENTED = Path(__file__).parent / "invented"
SEATS = (Seat.CHAIR, Seat.SECRETARY, Seat.MEMBER)
QUORUM = 2
GIVES_UP_AFTER, ANSWERS_AFTER = timedelta(days=4), timedelta(days=2)
NO_TIME = "nie może już przychodzić"


def announce(stage: Stage) -> None:
    """The rounds with their schemes come into the programme as a new version of its file; each has its committee.

    Where the programme is a real one of which no rounds were published, they are in a file of their own and say
    that they are invented: their days are not in the record, so that no public page ever announces them.
    """
    invented = INVENTED / f"{stage.life.name.replace('/', '-')}.toml"
    if stage.life.rounds and invented.exists():
        text = canonical(as_defined(stage.edition.programme)) + invented.read_text("utf-8")
        opened = stage.at(stage.life.rounds[0].applications[0] - timedelta(days=30))
        by = stage.cast.coordinator
        load(file=read(text.encode()), municipality_code=stage.teryt_code, by=by, at=opened)
    for held in stage.life.rounds:
        if held.applications[0] <= stage.until:
            seat(stage, held.key, on=held.applications[0])


def seat(stage: Stage, key: str, *, on: date) -> None:
    """The coordinator, the social worker and somebody from outside choose in a round."""
    found = Round.objects.select_related("scheme").get(edition=stage.edition, key=key)
    members = dict(zip(stage.cast.committee, SEATS, strict=True))
    by, at = stage.cast.coordinator, stage.at(on)
    committee = appoint_committee(round=found, members=members, quorum=QUORUM, appointed_on=on, by=by, at=at)
    stage.rounds[key], stage.criteria[key] = found, criteria_of(found.scheme)
    stage.seats[key] = list(committee.members.select_related("user").order_by("pk"))


def deeds(stage: Stage, arrived: list[Arrival]) -> Iterator[Deed]:
    """Of everybody who applies in a round, and of the days of its committee; up to the day of the demo."""
    everybody = [*(one for one in arrived if one.round), *others(stage.life)]
    found = [*_applying(stage, everybody), *_choosing(stage, everybody), *_moving_up(stage, everybody)]
    return (deed for deed in found if deed[0] <= stage.until)


def _applying(stage: Stage, everybody: list[Arrival]) -> Iterator[Deed]:
    for one in everybody:
        yield one.applied_on, 0, partial(apply_in, stage, one)


def _choosing(stage: Stage, everybody: list[Arrival]) -> Iterator[Deed]:
    for held in stage.life.rounds:
        people = [one for one in everybody if one.round == held.key]
        yield held.decided_on, 1, partial(choose, stage, held, people)


def _moving_up(stage: Stage, everybody: list[Arrival]) -> Iterator[Deed]:
    """Who refuses says so within days, and the first of the reserve is asked; so it is when somebody leaves."""
    refusing = [one for one in everybody if one.fate == Fate.REFUSES]
    for turn, one in enumerate(refusing):
        day = one.decided_on + GIVES_UP_AFTER + timedelta(days=turn % 3)
        yield day, 1, partial(give_up, stage, one, day)
        yield day + ANSWERS_AFTER, 2, partial(answer, stage, one.round, day + ANSWERS_AFTER)
    for one in everybody:
        if one.round and one.breaks_off and one.leaves_on:
            day = one.leaves_on + ANSWERS_AFTER
            yield day, 3, partial(answer, stage, one.round, day)


def apply_in(stage: Stage, one: Arrival) -> None:
    application = applied(stage, one, is_complete=one.fate != Fate.INCOMPLETE)
    see_proofs(stage, application, one.applied_on)
    stage.applications[one.number], stage.fates[application.pk] = application, one.fate


def choose(stage: Stage, held: RoundLife, people: list[Arrival]) -> None:
    """The cards, the meeting, the sealed protocol with everybody's signature."""
    complete = [one for one in people if one.fate != Fate.INCOMPLETE]
    for one in complete:
        score(stage, held.key, stage.applications[one.number], one)
    at, seats = stage.at(held.decided_on, NOON), stage.seats[held.key]
    meeting = Meeting(held_at=at, place="sala konferencyjna ośrodka", present=seats)
    by = stage.cast.coordinator
    protocol = seal_protocol(round=stage.rounds[held.key], meeting=meeting, by=by, at=at)
    for member in seats:
        sign_protocol(protocol=protocol, member=member, way=Signing.BY_NAME, by=member.user, at=at)
    if held.is_published:
        publish_results(protocol=protocol, by=by, at=at)


def score(
    stage: Stage, key: str, application: Application, one: Arrival, *, cards: int | None = None
) -> None:
    """Together, or each member on a card of her own until the quorum has scored."""
    scheme = stage.rounds[key].scheme
    random = Random(f"{stage.life.name} card {one.number}")
    said = card(random, stage.criteria[key], sex=one.who.sex, fate=one.fate)
    wanted = QUORUM if scheme and scheme.cards == Cards.MEAN else 1
    for member in scorers(stage, key)[: wanted if cards is None else cards]:
        at = stage.at(min(one.decided_on, stage.until))
        score_application(application=application, said=said, by=member.user, at=at)


def scorers(stage: Stage, key: str) -> list[CommitteeMember]:
    """The one from outside first."""
    return stage.seats[key][::-1]


def give_up(stage: Stage, one: Arrival, day: date) -> None:
    """Does not take the place after all: the first of the reserve is asked."""
    gone, by, at = stage.applications[one.number], stage.cast.worker, stage.at(day)
    withdraw(application=gone, on=day, by=by, at=at)
    offer_place(round=stage.rounds[one.round], vacated_by=gone, by=by, at=at)


def answer(stage: Stage, key: str, day: date) -> None:
    """Who is asked says yes if the life lets them in, else no; whoever was to move up is asked after them."""
    by, at = stage.cast.worker, stage.at(day)
    while asked := Promotion.objects.filter(application__round=stage.rounds[key], answer="").first():
        fate = stage.fates[asked.application_id]
        said = PlaceAnswer.ACCEPTED if fate == Fate.PROMOTED else PlaceAnswer.REFUSED
        reason = "" if said == PlaceAnswer.ACCEPTED else NO_TIME
        answer_place(promotion=asked, answer=said, on=day, reason=reason, by=by, at=at)
        if fate == Fate.DECLINES:
            offer_place(round=stage.rounds[key], vacated_by=asked.vacated_by, by=by, at=at)
