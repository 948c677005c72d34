from collections.abc import Sequence

from kladka.desk.choices import Stretch
from kladka.desk.views.person import HISTORY, PAPERS, PATH
from kladka.people.tests.builders import an_involvement
from kladka.programmes.access import FIGURES, IN_PROGRAMMES, OUTSIDERS
from tests.routes import IN_THE_WHOLE, Desk, Own, Route, World


def somebody(world: World) -> Sequence[object]:
    """Takes part in the whole edition, not in the offer of the outsiders."""
    return [an_involvement(edition=world.edition).person.public_id]


def its_programme(world: World) -> Sequence[object]:
    return [world.edition.programme.key]


def its_people(world: World) -> Sequence[object]:
    return [world.edition.programme.key, Stretch.TAKING_PART]


ROUTES: list[Route] = [
    Own("desk:today"),
    Own("desk:search"),
    Own("desk:programmes"),
    Desk("desk:programme", opens=IN_PROGRAMMES, build=its_programme),
    Desk("desk:programme_people", opens=IN_PROGRAMMES, build=its_people),
    Desk("desk:person", opens=IN_THE_WHOLE, build=somebody),
    Desk("desk:person_attendance", opens=IN_THE_WHOLE, build=somebody),
    Desk("desk:person_data", opens=IN_THE_WHOLE, build=somebody),
    Desk("desk:person_path", opens=PATH - OUTSIDERS, forbids=IN_THE_WHOLE - PATH, build=somebody),
    Desk("desk:person_documents", opens=PAPERS, forbids=IN_THE_WHOLE - PAPERS, build=somebody),
    Desk("desk:person_indicators", opens=FIGURES, forbids=IN_THE_WHOLE - FIGURES, build=somebody),
    Desk("desk:person_history", opens=HISTORY, forbids=IN_THE_WHOLE - HISTORY, build=somebody),
]
