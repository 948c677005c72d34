from collections.abc import Sequence

from kladka.desk.choices import Stretch
from kladka.desk.views.person import HISTORY, PAPERS, PATH
from kladka.participation.actions import Paper, sign_agreement
from kladka.people.tests.builders import an_involvement
from kladka.programmes.access import CASE_WORK, FIGURES, IN_PROGRAMMES, OUTSIDERS, SCORING, WITH_RECORDS
from kladka.programmes.tests.builders import a_user
from kladka.recruitment.actions import decide
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application
from kladka.recruitment.tests.builders import NOW, an_application
from tests.routes import IN_THE_WHOLE, Build, Desk, Own, Route, World


def somebody(world: World) -> Sequence[object]:
    """Takes part in the whole edition, not in the offer of the outsiders."""
    return [an_involvement(edition=world.edition).person.public_id]


def its_programme(world: World) -> Sequence[object]:
    return [world.edition.programme.key]


def its_people(world: World) -> Sequence[object]:
    return [world.edition.programme.key, Stretch.TAKING_PART]


def no_arguments(_world: World) -> Sequence[object]:
    """It speaks of the programme that there is."""
    return ()


def the_edition(world: World) -> Sequence[object]:
    return [world.edition.pk]


def an_applicant(world: World) -> Sequence[object]:
    return [an_application(edition=world.edition).pk]


def a_qualified_one(world: World) -> Sequence[object]:
    one = an_application(edition=world.edition)
    decide(application=one, outcome=Outcome.QUALIFIED, decided_on=NOW.date(), by=a_user(), at=NOW)
    return [one.pk]


def a_signed_one(world: World) -> Sequence[object]:
    a_qualified_one(world)
    one = Application.objects.latest("pk")
    sign_agreement(who=one, paper=Paper(signed_on=NOW.date()), by=a_user(), at=NOW)
    return [one.pk]


def visited(name: str, build: Build) -> Desk:
    return Desk(f"desk:{name}", opens=CASE_WORK, forbids=IN_THE_WHOLE - CASE_WORK, build=build)


ROUTES: list[Route] = [
    Own("desk:today"),
    Desk(
        "desk:visit", opens=CASE_WORK, build=no_arguments, hides=403, of_edition=False, answers=302
    ),  # one programme: to it at once
    Desk("desk:visit_person", opens=CASE_WORK, forbids=IN_PROGRAMMES - CASE_WORK, build=the_edition),
    visited("visit_decision", an_applicant),
    visited("visit_agreement", a_qualified_one),
    visited("visit_done", a_signed_one),
    visited("package", an_applicant),
    Desk("desk:packages", opens=CASE_WORK, hides=403, of_edition=False, answers=422),  # nobody applied
    Own("desk:search"),
    Own("desk:programmes"),
    Desk("desk:programme", opens=WITH_RECORDS, forbids=SCORING, build=its_programme),
    Desk("desk:programme_people", opens=WITH_RECORDS, forbids=SCORING, build=its_people),
    Desk("desk:person", opens=IN_THE_WHOLE, build=somebody),
    Desk("desk:person_attendance", opens=IN_THE_WHOLE, build=somebody),
    Desk("desk:person_data", opens=IN_THE_WHOLE, build=somebody),
    Desk("desk:person_path", opens=PATH - OUTSIDERS, forbids=IN_THE_WHOLE - PATH, build=somebody),
    Desk("desk:person_documents", opens=PAPERS, forbids=IN_THE_WHOLE - PAPERS, build=somebody),
    Desk("desk:person_indicators", opens=FIGURES, forbids=IN_THE_WHOLE - FIGURES, build=somebody),
    Desk("desk:person_history", opens=HISTORY, forbids=IN_THE_WHOLE - HISTORY, build=somebody),
]
