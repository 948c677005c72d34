"""What an administrator has to do, as Today says it."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kladka.accounts.models import User
from kladka.desk.tests.test_pages import words_at
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 3)


@pytest.fixture(autouse=True)
def _on_the_day(settings: "Settings") -> None:
    settings.CLOCK = DAY
    settings.SECOND_FACTOR_NEEDED = False


@pytest.fixture
def administrator(client: "Client") -> User:
    user = protected(a_user())
    a_role(user, TeamRole.ADMINISTRATOR, None)
    client.force_login(user)
    return user


def protected(user: User) -> User:
    Authenticator.objects.create(user_id=user.pk, type=Authenticator.Type.TOTP, data={})
    return user


def duties_at(client: "Client") -> list[tuple[str, str]]:
    page = client.get("/desk/").content.decode()
    rows = re.findall(r'<li><div><a href="[^"]+">([^<]+)</a><span class="sub">([^<]+)</span>', page)
    return sorted(rows)


def test_today_names_who_cannot_work_whose_role_ends_and_what_nobody_leads(
    client: "Client", administrator: User, settings: "Settings"
) -> None:
    idle, ending, going_on, bare = (a_user(name=name) for name in ("Idalia", "Edward", "Gerda", "Bogna"))
    edition = an_edition(title="Bez koordynatora")
    last = DAY + timedelta(days=10)
    for user in (ending, going_on):
        a_role(user, TeamRole.ORGANISER, edition, to_day=last)
    a_role(going_on, TeamRole.ORGANISER, edition, from_day=last + timedelta(days=1))
    a_role(bare, TeamRole.SPECIALIST, edition)
    User.objects.filter(pk=a_user(name="Zbigniew").pk).update(is_active=False)
    before = duties_at(client)
    settings.SECOND_FACTOR_NEEDED = True
    for user in (idle, ending, going_on):
        protected(user)

    with_factor = duties_at(client)

    found = [
        ("Nadaj rolę albo wyłącz logowanie", "Idalia"),
        ("Nadaj programowi koordynatora", "Bez koordynatora"),
        ("Zapytaj, czy rola trwa dalej", "Edward, organizator społeczności lokalnej"),
    ]
    assert before == sorted(found)
    assert with_factor == sorted([*found, ("Pomóż ustawić drugi składnik", "Bogna")])
    assert administrator.name not in str(with_factor)


def test_a_programme_with_a_coordinator_needs_none(client: "Client", administrator: User) -> None:
    edition = an_edition()
    a_role(a_user(), TeamRole.COORDINATOR, edition)

    assert duties_at(client) == []
    assert "Mogą się zalogować 2 osoby" in words_at(client, "/desk/")
    assert administrator.is_active


def test_a_coordinator_is_not_asked_about_users(client: "Client") -> None:
    coordinator = a_user()
    a_role(coordinator, TeamRole.COORDINATOR, an_edition())
    a_user(name="Idalia")
    client.force_login(coordinator)

    assert "Idalia" not in words_at(client, "/desk/")


@pytest.mark.usefixtures("administrator")
def test_today_asks_as_often_for_many_users_as_for_one(client: "Client") -> None:
    a_role(a_user(), TeamRole.ORGANISER, an_edition(), to_day=DAY)
    a_user()
    client.get("/desk/")
    with CaptureQueriesContext(connection) as one:
        client.get("/desk/")

    for _more in range(3):
        a_role(a_user(), TeamRole.ORGANISER, an_edition(), to_day=DAY)
        a_user()

    with CaptureQueriesContext(connection) as many:
        client.get("/desk/")
    assert len(many) == len(one)
