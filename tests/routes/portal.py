from collections.abc import Sequence

from kladka.activities.tests.builders import a_session, an_event, an_open_activity
from kladka.core.clock import now, today
from kladka.recruitment.actions import start_draft
from kladka.recruitment.tests.builders import a_round
from tests.routes import Public, Route, World


def a_public_programme(world: World) -> Sequence[object]:
    return [world.edition.programme.key]


def a_public_event(world: World) -> Sequence[object]:
    return [a_session(an_open_activity(an_event(world.edition))).pk]


def an_open_programme(world: World) -> Sequence[object]:
    a_round(world.edition, opens=today())
    return [world.edition.programme.key]


def a_draft(world: World) -> Sequence[object]:
    a_round(world.edition, opens=today())
    _draft, secret = start_draft(edition=world.edition, language="pl", at=now())
    return [secret]


def a_question(world: World) -> Sequence[object]:
    return [*a_draft(world), "kogo"]


def a_month(_world: World) -> Sequence[object]:
    return [2026, 6]


ROUTES: list[Route] = [
    Public("portal:home"),
    Public("portal:programmes"),
    Public("portal:programme", build=a_public_programme),
    Public("portal:results", build=a_public_programme),
    Public("portal:apply", build=an_open_programme),
    Public("portal:apply_return"),
    Public("portal:apply_code", build=a_draft, answers=302),  # open for an hour: to the first question
    Public("portal:apply_question", build=a_question),
    Public("portal:apply_check", build=a_draft, answers=302),  # nothing was answered yet
    Public("portal:apply_sent", build=a_draft, answers=302),
    Public("portal:calendar", answers=302),  # to the month of today
    Public("portal:month", build=a_month),
    Public("portal:event", build=a_public_event),
    Public("portal:feed"),
    Public("portal:contact"),
    Public("portal:search"),
    Public("portal:site_map"),
    Public("portal:statement", answers=404),  # nobody has written one here
    Public("portal:privacy"),
    Public("portal:look"),
    Public("portal:home", is_national=True),
    Public("portal:look", is_national=True),
]
