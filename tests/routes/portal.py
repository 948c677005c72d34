from collections.abc import Sequence

from kladka.activities.tests.builders import a_session, an_event, an_open_activity
from tests.routes import Public, Route, World


def a_public_programme(world: World) -> Sequence[object]:
    return [world.edition.programme.key]


def a_public_event(world: World) -> Sequence[object]:
    return [a_session(an_open_activity(an_event(world.edition))).pk]


def a_month(_world: World) -> Sequence[object]:
    return [2026, 6]


ROUTES: list[Route] = [
    Public("portal:home"),
    Public("portal:programmes"),
    Public("portal:programme", build=a_public_programme),
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
