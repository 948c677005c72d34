"""A town that recruits while somebody looks at it: what waits in a round, on whatever day the demo stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from kladka.demo import invention
from kladka.demo.invention import Invented
from kladka.demo.lives.days import Arrival, Fate
from kladka.demo.lives.joining import applied, see_proofs
from kladka.demo.lives.others import SEXES
from kladka.demo.lives.rounds import score, seat
from kladka.demo.lives.stage import NOON, Stage
from kladka.participation.models import Participation
from kladka.recruitment.actions import (
    declare_conflict,
    offer_place,
    receive_appeal,
    save_answers,
    send_draft,
    start_draft,
    withdraw,
)
from kladka.recruitment.choices import ForWhom, Outcome
from kladka.recruitment.models import Application, Decision, Round
from kladka.recruitment.queries import window_of
from kladka.recruitment.rules import Step, is_open

FIRST = 3500  # the numbers of those who apply now
APPEAL = "Nie zgadzam się z liczbą punktów: nie uwzględniono zaświadczenia, które złożyłam razem z wnioskiem."


@dataclass(frozen=True)
class Waiting:
    """How many stand at one point of the way, and what was done with their applications by then."""

    people: int
    is_complete: bool = True
    cards: int = 0
    fate: Fate = Fate.COMES


WAITING = (
    Waiting(people=3, cards=2),
    Waiting(people=2, cards=2, fate=Fate.WAITS),
    Waiting(people=1, cards=2, fate=Fate.STRANGER),
    Waiting(people=3, cards=1),
    Waiting(people=4),
    Waiting(people=3, is_complete=False),
)


def take_in(stage: Stage) -> None:
    """Only while the round is open; days count back from the day of the demo."""
    if not stage.life.intake:
        return
    found = Round.objects.get(edition=stage.edition, key=stage.life.intake)
    if not is_open(window_of(found), on=stage.until - timedelta(days=30)):
        return
    seat(stage, found.key, on=stage.until - timedelta(days=28))
    for one, waiting in coming(stage):
        enter(stage, one, waiting)
    from_the_portal(stage, found)
    after_the_committee(stage)


def coming(stage: Stage) -> Iterator[tuple[Arrival, Waiting]]:
    random, numbers = Random(f"{stage.life.name} intake"), count(FIRST)
    group = next(one.key for one in stage.life.groups if one.is_shown_today)
    for waiting in WAITING:
        for _place in range(waiting.people):
            number, day = next(numbers), stage.until - timedelta(days=random.randint(3, 26))
            who = invention.person(random, number=number, sex=random.choice(SEXES), on=day)
            yield (
                Arrival(
                    number,
                    who,
                    day,
                    group,
                    round=stage.life.intake,
                    settled_on=stage.until,
                    fate=waiting.fate,
                ),
                waiting,
            )


def enter(stage: Stage, one: Arrival, waiting: Waiting) -> None:
    """One of them is known to the social worker, who steps back; one has changed her mind."""
    application = applied(stage, one, is_complete=waiting.is_complete)
    if waiting.is_complete:
        see_proofs(stage, application, one.applied_on)
    score(stage, one.round, application, one, cards=waiting.cards)
    if one.number == FIRST + 9:
        declare_conflict(application=application, by=stage.cast.worker, at=stage.at(stage.until))
    if one.number == FIRST + 10:
        withdraw(application=application, on=stage.until, by=stage.cast.worker, at=stage.at(stage.until))


def from_the_portal(stage: Stage, found: Round) -> None:
    """Two residents filled in the questions themselves; one has the name and the birthday of somebody who takes part."""
    random, day = Random(f"{stage.life.name} portal"), stage.until - timedelta(days=2)
    namesake = Participation.objects.filter(edition=stage.edition).order_by("pk").first()
    for number in (FIRST + 90, FIRST + 91):
        who = invention.person(random, number=number, sex=random.choice(SEXES), on=day)
        send(stage, found, who, day, like=namesake if number == FIRST + 91 else None)


def send(stage: Stage, found: Round, who: Invented, day: date, *, like: Participation | None) -> Application:
    at, person = stage.at(day, NOON), like.person if like else who
    draft, _secret = start_draft(edition=stage.edition, language="pl", at=at)
    answers: dict[Step, dict[str, object]] = {
        **{step: {} for step in Step},
        Step.WHOM: {"for_whom": ForWhom.SELF},
        Step.NAME: {"first_name": person.first_name, "last_name": person.last_name},
        Step.BIRTH: {"birth_date": person.birth_date, "sex": person.sex, "citizenship": "polish"},
        Step.CONTACT: {"phone": who.phone, "email": who.email, "way": "phone"},
        Step.CHOICE: {"round": found, "offer": found.offers.first()},
    }
    for step, said in answers.items():
        save_answers(draft=draft, step=step, answers=said, language="pl", at=at)
    return send_draft(draft=draft, at=at)


def after_the_committee(stage: Stage) -> None:
    """In the last round that was decided somebody gives the place back and somebody appeals; both wait for the team."""
    held = [one for one in stage.life.rounds if one.decided_on < stage.until - timedelta(days=7)]
    if not held:
        return
    last, day = stage.rounds[held[-1].key], stage.until - timedelta(days=2)
    gone = decided(last, Outcome.QUALIFIED)
    withdraw(application=gone, on=day, by=stage.cast.worker, at=stage.at(day))
    offer_place(round=last, vacated_by=gone, by=stage.cast.worker, at=stage.at(day))
    refused = decided(last, Outcome.NOT_QUALIFIED)
    receive_appeal(application=refused, words=APPEAL, received_on=day, by=stage.cast.worker, at=stage.at(day))


def decided(found: Round, outcome: Outcome) -> Application:
    """The first by number."""
    every = Decision.objects.in_force().filter(application__round=found, outcome=outcome)
    return every.select_related("application").earliest("application__number").application
