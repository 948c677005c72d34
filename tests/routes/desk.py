from collections.abc import Sequence

from kladka.desk.choices import Stretch
from kladka.people.tests.builders import an_involvement
from kladka.programmes.access import CASE_WORK, CHECKING, IN_PROGRAMMES
from tests.routes import IN_THE_WHOLE, Desk, Own, Route, World


def somebody(world: World) -> Sequence[object]:
    """Takes part in the whole edition, not in the offer of the outsiders."""
    return [an_involvement(edition=world.edition).person.public_id]


def its_programme(world: World) -> Sequence[object]:
    return [world.edition.programme.key]


def its_people(world: World) -> Sequence[object]:
    return [world.edition.programme.key, Stretch.TAKING_PART]


READING = CASE_WORK | CHECKING

ROUTES: list[Route] = [
    Own("desk:today"),
    Own("desk:search"),
    Own("desk:programmes"),
    Desk("desk:programme", opens=IN_PROGRAMMES, build=its_programme),
    Desk("desk:programme_people", opens=IN_PROGRAMMES, build=its_people),
    Desk("desk:person", opens=IN_THE_WHOLE, build=somebody),
    Desk("desk:person_attendance", opens=IN_THE_WHOLE, build=somebody),
    Desk("desk:person_history", opens=READING, forbids=IN_THE_WHOLE - READING, build=somebody),
]
