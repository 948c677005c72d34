from collections.abc import Sequence

from tests.routes import Public, Route, World


def a_public_programme(world: World) -> Sequence[object]:
    return [world.edition.programme.key]


ROUTES: list[Route] = [
    Public("portal:home"),
    Public("portal:programmes"),
    Public("portal:programme", build=a_public_programme),
    Public("portal:contact"),
    Public("portal:search"),
    Public("portal:site_map"),
    Public("portal:statement", answers=404),  # nobody has written one here
    Public("portal:privacy"),
    Public("portal:look"),
    Public("portal:home", is_national=True),
    Public("portal:look", is_national=True),
]
