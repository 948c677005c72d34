"""Somebody signed in who works in an edition, on a day within it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from kladka.accounts.models import User
from kladka.activities.tests.builders import TEN
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user, an_edition


@pytest.fixture
def in_april(settings: Any) -> None:
    settings.CLOCK = (TEN + timedelta(days=40)).date()


@pytest.fixture
def edition() -> Edition:
    return an_edition()


@pytest.fixture
def worker(client: Client, edition: Edition) -> User:
    user = a_user("Olga Organizatorka")
    a_role(user, TeamRole.ORGANISER, edition)
    client.force_login(user)
    return user
