"""The programme as defined: read by those who answer for its figures, changed by its coordinator."""

from collections.abc import Sequence

from kladka.core.clock import now
from kladka.definitions.models import Version
from kladka.programmes.access import FIGURES, IN_PROGRAMMES, LEADING
from kladka.programmes.tests.builders import a_user
from tests.routes import Desk, World


def a_programme(world: World) -> Sequence[object]:
    return (world.edition.programme.key,)


def a_version(world: World) -> Sequence[object]:
    programme = world.edition.programme
    said = {"text": "format = 1\n", "loaded_by": a_user(), "loaded_at": now()}
    Version.objects.create(programme=programme, revision=1, **said)
    return (programme.key, 1)


OUTSIDE_FIGURES = IN_PROGRAMMES - FIGURES
ROUTES = [
    Desk("definitions:definition", opens=FIGURES, forbids=OUTSIDE_FIGURES, build=a_programme),
    Desk("definitions:file", opens=FIGURES, forbids=OUTSIDE_FIGURES, build=a_programme),
    Desk("definitions:version", opens=FIGURES, forbids=OUTSIDE_FIGURES, build=a_version),
    Desk("definitions:load", opens=LEADING, forbids=IN_PROGRAMMES - LEADING, build=a_programme),
]
