from collections.abc import Sequence

from kladka.participation.tests.builders import a_declared_participation, a_participation
from kladka.people.tests.builders import an_involvement
from kladka.programmes.access import CASE_WORK
from tests.routes import IN_THE_WHOLE, Build, Desk, Route, World


def somebody_new(world: World) -> Sequence[object]:
    return [an_involvement(edition=world.edition).person.public_id]


def waiting(world: World) -> Sequence[object]:
    return [a_participation(edition=world.edition).pk]


def declared(world: World) -> Sequence[object]:
    return [a_declared_participation(edition=world.edition).pk]


def led(name: str, build: Build = waiting, answers: int = 200) -> Desk:
    """Who leads a person's way; others of the edition may read the participation and no more."""
    forbids = IN_THE_WHOLE - CASE_WORK
    return Desk(f"participation:{name}", opens=CASE_WORK, forbids=forbids, build=build, answers=answers)


ROUTES: list[Route] = [
    Desk("participation:participation", opens=IN_THE_WHOLE, build=waiting),
    led("agreement", somebody_new),
    led("entry"),
    led("amendment", declared, answers=302),  # nothing is frozen yet: the way leads to the declaration
    led("agreement_paper"),
    led("declaration_paper", declared),
    led("plan"),
    led("outcome"),
    led("exit"),
    led("reopening"),
    led("follow_up"),
]
