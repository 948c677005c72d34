from collections.abc import Sequence

from kladka.papers.models import READERS
from kladka.papers.tests.builders import a_printed_paper
from tests.routes import Desk, Route, World


def a_paper(world: World) -> Sequence[object]:
    return [a_printed_paper(world.edition).pk]


ROUTES: list[Route] = [
    Desk("papers:printed", opens=READERS, hides=403, of_edition=False),
    Desk("papers:again", opens=READERS, build=a_paper),
]
