"""The menu of each role leads where the role may go; the bar on top leads to the current programme."""

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user, an_edition

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
DAILY = ["people/", "recruitment/", "sessions/", "sessions/groups/", "programmes/"]
WRITING = ["people/", "recruitment/", "messages/", "sessions/", "sessions/groups/", "programmes/"]
FIGURES, FILE, DEFINITION, USERS = "indicators/", "official-file/", "definition/", "users/"
LISTS = "imports/"
SHOWN = {
    TeamRole.COORDINATOR: [*WRITING, FIGURES, FILE, LISTS, DEFINITION],
    TeamRole.SOCIAL_WORKER: [*WRITING, FIGURES, LISTS, DEFINITION],
    TeamRole.ORGANISER: DAILY,
    TeamRole.SPECIALIST: DAILY,
    TeamRole.COMMITTEE: ["recruitment/"],
    TeamRole.ACCOUNTANT: [*DAILY, FIGURES, DEFINITION],
    TeamRole.PARTNER: DAILY,
    TeamRole.COMMISSIONED: DAILY,
    TeamRole.CONTROLLER: [*WRITING, FIGURES, FILE, DEFINITION],
    TeamRole.ADMINISTRATOR: [USERS, "drafts/", "people/duplicates/"],
}


@pytest.fixture(autouse=True)
def _without_second_factor(settings: "Settings") -> None:
    settings.SECOND_FACTOR_NEEDED = False


def signed_in(client: "Client", role: TeamRole, edition: Edition | None) -> None:
    user = a_user()
    a_role(user, role, edition)
    client.force_login(user)


def menu_of(client: "Client", address: str = "/desk/") -> list[str]:
    """The addresses of the menu below Today and above what is the user's own."""
    page = client.get(address).content.decode()
    nav = page.partition('class="bo-nav"')[2].partition("</nav>")[0]
    found = re.findall(r'href="/desk/([^"?]+)', nav)
    return [one for one in found if not one.startswith("account/")]


@pytest.mark.parametrize("role", SHOWN)
def test_the_menu_has_what_the_role_may_open_and_nothing_else(client: "Client", role: TeamRole) -> None:
    edition = None if role == TeamRole.ADMINISTRATOR else an_edition()
    signed_in(client, role, edition)

    shown = menu_of(client)

    folder = f"programmes/{edition.programme.key}/" if edition else ""
    assert [one.removeprefix(folder) for one in shown] == SHOWN[role]
    assert {one: client.get(f"/desk/{one}").status_code for one in shown} == dict.fromkeys(shown, 200)


def test_somebody_whose_role_has_ended_has_only_today(client: "Client") -> None:
    user = a_user()
    a_role(user, TeamRole.COORDINATOR, an_edition(), to_day=date(2026, 1, 1))
    client.force_login(user)

    assert menu_of(client) == []


def current(client: "Client", address: str = "/desk/") -> str:
    page = client.get(address).content.decode()
    found = re.search(r'<p class="prog sm">.*?href="([^"]+)"', page)
    return found[1] if found else ""


def test_the_programme_opened_last_stays_the_current_one(client: "Client") -> None:
    one, other = an_edition(), an_edition()
    user = a_user()
    for each in (one, other):
        a_role(user, TeamRole.COORDINATOR, each)
    client.force_login(user)

    for each in (one, other):
        cockpit = f"/desk/programmes/{each.programme.key}/?edition={each.key}"
        client.get(cockpit)
        assert (current(client), current(client, "/desk/people/")) == (cockpit, cockpit)


def test_a_page_of_another_programme_names_that_one(client: "Client") -> None:
    one, other = an_edition(), an_edition()
    signed_in(client, TeamRole.COORDINATOR, None)
    client.get(f"/desk/programmes/{one.programme.key}/")

    shown = current(client, f"/desk/programmes/{other.programme.key}/indicators/")

    assert shown == f"/desk/programmes/{other.programme.key}/?edition={other.key}"


def test_who_works_in_no_programme_has_none_on_top(client: "Client") -> None:
    an_edition()
    signed_in(client, TeamRole.ADMINISTRATOR, None)

    assert current(client) == ""
