from collections.abc import Sequence

from kladka.programmes.access import CHECKING, IN_PROGRAMMES, LEADING
from kladka.reporting.tests.builders import a_package
from tests.routes import Desk, Route, World

LOOKING = LEADING | CHECKING


def its_programme(world: World) -> Sequence[object]:
    return [world.edition.programme.key]


def a_file_sent(world: World) -> Sequence[object]:
    return [a_package(world.edition).pk]


# The file holds everybody of an edition: who leads makes it, who checks reads it, nobody else.
ROUTES: list[Route] = [
    Desk("reporting:packages", opens=LOOKING, forbids=IN_PROGRAMMES - LOOKING, build=its_programme),
    Desk("reporting:package", opens=LOOKING, forbids=IN_PROGRAMMES - LOOKING, build=a_file_sent),
]
