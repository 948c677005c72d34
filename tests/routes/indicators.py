from collections.abc import Mapping, Sequence

from kladka.programmes.access import FIGURES, IN_PROGRAMMES
from tests.routes import Desk, Route, World


def its_programme(world: World) -> Sequence[object]:
    return [world.edition.programme.key]


def the_edition(world: World) -> Mapping[str, object]:
    return {"edition": world.edition.pk}


# Outsiders see their edition by name, and no figure of all of it.
ROUTES: list[Route] = [
    Desk("indicators:matrix", opens=FIGURES, forbids=IN_PROGRAMMES - FIGURES, build=its_programme),
    Desk(
        "indicators:people",
        opens=FIGURES,
        forbids=IN_PROGRAMMES - FIGURES,
        build=lambda _world: ["EECO01"],
        asks=the_edition,
    ),
]
