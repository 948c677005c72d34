from collections.abc import Mapping, Sequence

from kladka.programmes.access import CASE_WORK, IN_PROGRAMMES
from kladka.programmes.tests.builders import a_user
from kladka.recruitment import actions
from kladka.recruitment.models import Appeal, GroundClaim, MissingThing, Promotion
from kladka.recruitment.tests.builders import (
    NOW,
    a_ground,
    a_meeting,
    a_round,
    a_scheme,
    a_seat,
    an_application,
)
from tests.routes import IN_THE_WHOLE, Build, Desk, Roles, Route, World


def the_edition(world: World) -> Sequence[object]:
    return [world.edition.pk]


def an_entered(world: World) -> Sequence[object]:
    return [an_application(edition=world.edition).pk]


def an_incomplete(world: World) -> Sequence[object]:
    return [an_application(edition=world.edition, is_complete=False).pk]


def to_withdrawn(_world: World) -> Mapping[str, object]:
    return {"to": "withdrawn"}


def a_claim(world: World) -> Sequence[object]:
    one = an_application(edition=world.edition)
    claim = GroundClaim.objects.create(application=one, ground=a_ground(world.edition))
    return [one.pk, claim.pk]


def the_round(world: World) -> Sequence[object]:
    return [a_round(world.edition).pk]


def an_application_in_a_round(world: World) -> Sequence[object]:
    spring = a_round(world.edition, scheme=a_scheme(world.edition))
    return [an_application(edition=world.edition, round=spring).pk]


def an_offered_place(world: World) -> Sequence[object]:
    spring = a_round(world.edition)
    one = an_application(edition=world.edition, round=spring)
    days = {"asked_on": NOW.date(), "answer_by": NOW.date()}
    return [one.pk, Promotion.objects.create(application=one, asked_by=a_user(), **days).pk]


def a_missing_thing(world: World) -> Sequence[object]:
    one = an_application(edition=world.edition)
    days = {"due_on": NOW.date(), "noted_on": NOW.date()}
    return [one.pk, MissingThing.objects.create(application=one, what="paper", noted_by=a_user(), **days).pk]


def an_appeal(world: World) -> Sequence[object]:
    one = an_application(edition=world.edition)
    return [one.pk, Appeal.objects.create(application=one, received_on=NOW.date(), words="unfair").pk]


def a_protocol(world: World) -> Sequence[object]:
    return [sealed(world)[0]]


def a_protocol_with_a_member(world: World) -> Sequence[object]:
    return sealed(world)


def sealed(world: World) -> list[int]:
    spring = a_round(world.edition)
    seat = a_seat(spring)
    an_application(edition=world.edition, round=spring)
    protocol = actions.seal_protocol(round=spring, meeting=a_meeting(seat), by=seat.user, at=NOW)
    return [protocol.pk, seat.pk]


def worked(name: str, build: Build = an_entered, opens: Roles = CASE_WORK) -> Desk:
    return Desk(f"recruitment:{name}", opens=opens, forbids=IN_THE_WHOLE - opens, build=build)


def sent(name: str, build: Build) -> Desk:
    """A button: whoever may press it comes back to the page."""
    return Desk(
        f"recruitment:{name}",
        opens=CASE_WORK,
        forbids=IN_THE_WHOLE - CASE_WORK,
        build=build,
        method="post",
        answers=302,
    )


ROUTES: list[Route] = [
    Desk("recruitment:applications", opens=IN_PROGRAMMES, hides=403, of_edition=False),
    Desk(
        "recruitment:enter_application",
        opens=CASE_WORK,
        forbids=IN_PROGRAMMES - CASE_WORK,
        build=the_edition,
    ),
    Desk("recruitment:application", opens=IN_THE_WHOLE, build=an_entered),
    Desk(
        "recruitment:complete",
        opens=CASE_WORK,
        forbids=IN_THE_WHOLE - CASE_WORK,
        build=an_incomplete,
        method="post",
        answers=302,
    ),
    Desk(
        "recruitment:identity_checked",
        opens=CASE_WORK,
        forbids=IN_THE_WHOLE - CASE_WORK,
        build=an_incomplete,
        method="post",
        answers=302,
    ),
    worked("card_paper"),
    Desk(
        "recruitment:regulations_paper",
        opens=CASE_WORK,
        forbids=IN_PROGRAMMES - CASE_WORK,
        build=the_edition,
    ),
    worked("protocol_paper", a_protocol),
    worked("result_paper", a_protocol),
    worked("proof", a_claim),
    worked("decision"),
    worked("withdrawal"),
    Desk("recruitment:queue", opens=IN_PROGRAMMES, hides=403, of_edition=False),
    Desk(
        "recruitment:move",
        opens=CASE_WORK,
        forbids=IN_THE_WHOLE - CASE_WORK,
        build=an_incomplete,
        asks=to_withdrawn,
    ),
    worked("missing"),
    sent("brought", a_missing_thing),
    worked("card", an_application_in_a_round),
    worked("vacancy"),
    worked("place_answer", an_offered_place),
    worked("appeal"),
    worked("appeal_decision", an_appeal),
    Desk("recruitment:rounds", opens=IN_PROGRAMMES, hides=403, of_edition=False),
    Desk("recruitment:round", opens=IN_THE_WHOLE, build=the_round),
    worked("committee", the_round),
    worked("meeting", the_round),
    worked("reserve", the_round),
    Desk("recruitment:protocol", opens=IN_THE_WHOLE, build=a_protocol),
    Desk("recruitment:protocol_file", opens=IN_THE_WHOLE, build=a_protocol),
    sent("conflict", an_application_in_a_round),
    sent("draw", the_round),
    Desk(
        "recruitment:equals", opens=CASE_WORK, forbids=IN_THE_WHOLE - CASE_WORK, build=the_round, answers=302
    ),
    sent("offer", the_round),
    sent("sign", a_protocol_with_a_member),
    sent("publish", a_protocol),
]
