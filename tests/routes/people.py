from collections.abc import Sequence

from kladka.people.tests.builders import an_involvement
from kladka.programmes.access import IN_PROGRAMMES, OUTSIDERS
from kladka.programmes.choices import TeamRole
from tests.routes import IN_THE_WHOLE, Desk, Route, World

WRITERS = OUTSIDERS | {TeamRole.COORDINATOR, TeamRole.SOCIAL_WORKER, TeamRole.ORGANISER}


def somebody(world: World) -> Sequence[object]:
    """Takes part in the whole edition, not in the offer of the outsiders."""
    return [an_involvement(edition=world.edition).person.public_id]


def an_edition_to_write_in(_world: World) -> Sequence[object]:
    """The edition of this municipality; the other one has none."""
    return ()


ROUTES: list[Route] = [
    Desk("people:people", opens=IN_PROGRAMMES, hides=403, of_edition=False),
    Desk("people:add_person", opens=WRITERS, hides=403, of_edition=False, build=an_edition_to_write_in),
    *(
        Desk(f"people:{name}", opens=WRITERS - OUTSIDERS, forbids=IN_THE_WHOLE, build=somebody)
        for name in ("change_person", "address", "guardian", "close_one")
    ),
]
