"""Every route × every role × another municipality. The table is in `tests/routes/`."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kladka.accounts.models import User
from kladka.core.clock import today
from kladka.municipalities.models import Municipality
from kladka.municipalities.queries import in_municipality
from kladka.programmes.access import ADMINISTRATORS, OUTSIDERS
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition, an_offer
from tests.routes import Desk, Own, Public, Route, World, nothing, table

pytestmark = pytest.mark.django_db
TABLE = table()
HOSTS = {True: "localhost", False: "test.localhost"}
SIGN_IN = settings.LOGIN_URL


def named(routes: list[Route]) -> list[str]:
    return [
        f"{route.name}{'-national' if isinstance(route, Public) and route.is_national else ''}"
        for route in routes
    ]


def of(kind: type[Route]) -> pytest.MarkDecorator:
    rows = [route for route in TABLE if isinstance(route, kind)]
    return pytest.mark.parametrize("route", rows, ids=named(rows))


@pytest.fixture
def world(db: None) -> World:  # noqa: ARG001
    return a_world()


def a_world() -> World:
    edition = an_edition()
    return World(edition, an_offer(edition), an_edition())


def somebody(world: World, role: TeamRole, **given: object) -> User:
    """A user with this role where the world wants it: outsiders in the offer, administrators everywhere."""
    user = a_user()
    if role in OUTSIDERS:
        a_role(user, role, world.edition, **{"offer": world.offer, **given})
    else:
        a_role(user, role, None if role == TeamRole.ADMINISTRATOR else world.edition, **given)
    return user


def ask(client: Client, route: Route, address: str, **headers: str) -> HttpResponse:
    """The answer; what a POST changed is taken back, so that the next one asks the same world."""
    with transaction.atomic():
        answer: HttpResponse = getattr(client, route.method)(address, dict(route.data), headers=headers)
        transaction.set_rollback(route.method == "post")
    if answer.streaming:
        answer.getvalue()  # read to the end, which closes the file
    return answer


def answered(client: Client, user: User | None, route: Route, address: str) -> int:
    client.logout()
    if user is not None:
        client.force_login(user)
    return ask(client, route, address).status_code


def address_alone(route: Route) -> str:
    """The address of something that is gone again: each is built as if nothing else were there."""
    with transaction.atomic():
        address = address_of(route, a_world())
        transaction.set_rollback(True)
    return address


def address_of(route: Route, world: World) -> str:
    address = reverse(route.name, args=list(route.build(world)))
    query = route.asks(world)
    return f"{address}?{urlencode(query)}" if query else address


@of(Desk)
def test_a_desk_page_opens_to_the_roles_of_its_line(client: Client, world: World, route: Desk) -> None:
    address = address_of(route, world)

    seen = {role: answered(client, somebody(world, role), route, address) for role in TeamRole}

    assert seen == {role: route.expected(role) for role in TeamRole}


@of(Desk)
def test_a_desk_page_is_hidden_without_a_role_of_today(client: Client, world: World, route: Desk) -> None:
    address, day = address_of(route, world), timedelta(days=1)
    role = min(
        route.opens - ADMINISTRATORS or route.opens
    )  # an administrator has no edition to be elsewhere in
    users = {
        "no role": a_user(),
        "ended yesterday": somebody(world, role, to_day=today() - day),
        "begins tomorrow": somebody(world, role, from_day=today() + day),
    }
    if route.of_edition:
        users["in another edition"] = a_user()
        a_role(users["in another edition"], role, world.elsewhere)

    seen = {who: answered(client, user, route, address) for who, user in users.items()}

    assert seen == dict.fromkeys(users, route.hides)


@of(Desk)
def test_a_desk_page_of_one_municipality_is_not_there_in_another(
    client: Client, world: World, route: Desk, other_municipality: Municipality
) -> None:
    address, elsewhere = address_of(route, world), Client(SERVER_NAME="other.localhost")
    client.force_login(somebody(world, min(route.opens)))
    elsewhere.cookies["sessionid"] = client.cookies["sessionid"].value
    with in_municipality(other_municipality.schema_name):
        stranger = ask(elsewhere, route, address)
        colleague = a_user()
        a_role(colleague, min(route.opens))
        elsewhere.force_login(colleague)
        known = ask(elsewhere, route, address)

    assert stranger.headers["Location"].startswith(SIGN_IN)
    assert known.status_code == (route.answers if route.build is nothing else route.hides)


@of(Own)
def test_an_own_page_opens_to_everybody_signed_in(client: Client, world: World, route: Own) -> None:
    address = address_of(route, world)
    roles = (TeamRole.COORDINATOR, TeamRole.COMMISSIONED, TeamRole.ADMINISTRATOR)
    users = {"no role": a_user(), **{role.value: somebody(world, role) for role in roles}}

    seen = {who: answered(client, user, route, address) for who, user in users.items()}

    assert seen == dict.fromkeys(users, route.answers)


@pytest.mark.parametrize("kind", [Desk, Own])
def test_a_closed_page_leads_strangers_to_sign_in_and_tells_scripts(
    client: Client, kind: type[Route]
) -> None:
    rows = [route for route in TABLE if isinstance(route, kind)]
    faults = []
    addresses = [address_alone(route) for route in rows]
    for route, address in zip(rows, addresses, strict=True):
        page, script = ask(client, route, address), ask(client, route, address, **{"HX-Request": "true"})
        if not page.headers.get("Location", "").startswith(SIGN_IN) or script.status_code != 401:
            faults.append((route.name, page.status_code, script.status_code))

    assert faults == []


@of(Public)
def test_a_public_page_opens_to_anybody(world: World, route: Public) -> None:
    urlconf = settings.PUBLIC_SCHEMA_URLCONF if route.is_national else None
    address = reverse(route.name, urlconf, args=list(route.build(world)))

    assert ask(Client(SERVER_NAME=HOSTS[route.is_national]), route, address).status_code == route.answers


def names(urlconf: str) -> set[str]:
    return set(named_in(get_resolver(urlconf)))


def named_in(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            yield f"{before}{one.name or one.lookup_str}"
        else:
            yield from named_in(one, f"{before}{one.namespace}:" if one.namespace else before)


def rows(*, national: bool) -> set[str]:
    return {one.name for one in TABLE if (isinstance(one, Public) and one.is_national) is national}


def advice(missing: set[str]) -> str:
    """What to write, and where."""
    lines = []
    for module, found in groupby(sorted(missing), key=lambda name: name.partition(":")[0]):
        lines.append(f"Add to ROUTES in tests/routes/{module}.py (see tests/routes/__init__.py):")
        lines += [f'    Desk("{name}", opens=…, forbids=…, build=…),' for name in found]
    return "\n".join(lines)


@pytest.mark.parametrize("national", [False, True])
def test_every_route_is_in_the_table_and_every_line_is_a_route(*, national: bool) -> None:
    urlconf = settings.PUBLIC_SCHEMA_URLCONF if national else settings.ROOT_URLCONF

    missing, gone = names(urlconf) - rows(national=national), rows(national=national) - names(urlconf)

    assert not missing, advice(missing)
    assert not gone, f"no such routes any more: {sorted(gone)}"


def test_a_route_stands_once_in_the_table() -> None:
    every = named(TABLE)

    assert sorted(every) == sorted(set(every))


def test_the_settings_open_what_the_table_calls_public() -> None:
    public = {one.name for one in TABLE if isinstance(one, Public) and not one.is_national}
    single = {name for name in public if name.partition(":")[0] not in settings.OPEN_MODULES}

    assert single == settings.OPEN_PAGES
