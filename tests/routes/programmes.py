from collections.abc import Sequence

from kladka.programmes.access import ADMINISTRATORS
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_user
from tests.routes import Build, Desk, Route, World, nothing


def somebody(_world: World) -> Sequence[object]:
    return [a_user().pk]


def a_held_role(world: World) -> Sequence[object]:
    return [a_role(a_user(), TeamRole.SPECIALIST, world.edition).pk]


def kept(name: str, build: Build = nothing) -> Desk:
    """A page of the administrator, who has no edition."""
    return Desk(f"programmes:{name}", opens=ADMINISTRATORS, of_edition=False, build=build)


ROUTES: list[Route] = [
    kept("users"),
    kept("users_xlsx"),
    kept("user_add"),
    kept("user", somebody),
    kept("role", somebody),
    kept("user_password", somebody),
    kept("user_factor", somebody),
    kept("user_sign_in", somebody),
    kept("role_end", a_held_role),
]
