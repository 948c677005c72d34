from collections.abc import Sequence

from kladka.programmes.access import CASE_WORK, IN_PROGRAMMES, SCORING
from kladka.recruitment.models import GroundClaim
from kladka.recruitment.tests.builders import a_ground, an_application
from tests.routes import IN_THE_WHOLE, Build, Desk, Roles, Route, World


def the_edition(world: World) -> Sequence[object]:
    return [world.edition.pk]


def an_entered(world: World) -> Sequence[object]:
    return [an_application(edition=world.edition).pk]


def an_incomplete(world: World) -> Sequence[object]:
    return [an_application(edition=world.edition, is_complete=False).pk]


def a_claim(world: World) -> Sequence[object]:
    one = an_application(edition=world.edition)
    claim = GroundClaim.objects.create(application=one, ground=a_ground(world.edition))
    return [one.pk, claim.pk]


# A member of a committee reaches the applications of the own rounds only; without a seat they are not there.
REACHED = IN_THE_WHOLE - SCORING


def worked(name: str, build: Build = an_entered, opens: Roles = CASE_WORK) -> Desk:
    return Desk(f"recruitment:{name}", opens=opens, forbids=REACHED - opens, build=build)


ROUTES: list[Route] = [
    Desk("recruitment:applications", opens=IN_PROGRAMMES, hides=403, of_edition=False),
    Desk(
        "recruitment:enter_application",
        opens=CASE_WORK,
        forbids=IN_PROGRAMMES - CASE_WORK,
        build=the_edition,
    ),
    Desk("recruitment:application", opens=REACHED, build=an_entered),
    Desk(
        "recruitment:complete",
        opens=CASE_WORK,
        forbids=REACHED - CASE_WORK,
        build=an_incomplete,
        method="post",
        answers=302,
    ),
    Desk(
        "recruitment:identity_checked",
        opens=CASE_WORK,
        forbids=REACHED - CASE_WORK,
        build=an_incomplete,
        method="post",
        answers=302,
    ),
    worked("package"),
    worked("proof", a_claim),
    worked("decision"),
    worked("withdrawal"),
]
