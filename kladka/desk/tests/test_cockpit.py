"""The numbers of the cockpit, and the people behind each of them."""

import re
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from kladka.activities.tests.builders import TEN, a_meeting
from kladka.desk.tests.test_pages import signed_in, ticked, words_at
from kladka.indicators.tests.builders import a_measure, a_target
from kladka.participation.actions import record_exit
from kladka.participation.choices import ExitReason
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_user, an_edition

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
LATER = TEN + timedelta(days=3)


@pytest.fixture(autouse=True)
def _some_days_later(settings: "Settings") -> None:
    settings.CLOCK = LATER.date()
    settings.SECOND_FACTOR_NEEDED = False


@pytest.fixture
def edition() -> Edition:
    """Two take part, one has agreed, one has left."""
    edition = an_edition()
    _session, people = ticked(edition, "Agrestowa", "Borowa", "Malinowa")
    a_meeting(edition, "Wrzosowa")
    record_exit(
        participation=people[2],
        left_on=TEN.date(),
        reason=ExitReason.RESIGNED,
        path_completed=False,
        by=a_user(),
        at=LATER,
    )
    return edition


def cockpit_of(edition: Edition) -> str:
    return f"/desk/programmes/{edition.programme.key}/"


def test_every_number_opens_the_people_that_make_it(client: "Client", edition: Edition) -> None:
    signed_in(client, edition, TeamRole.COORDINATOR)
    page = client.get(cockpit_of(edition)).content.decode()

    numbers = re.findall(r'<a href="([^"]+)"><b>(\d+)</b>', page)
    *people, (sessions, held) = [(href.replace("&amp;", "&"), int(number)) for href, number in numbers]

    found = [
        re.findall("(Agrestowa|Borowa|Malinowa|Wrzosowa) Anna", words_at(client, href)) for href, _ in people
    ]
    assert found == [["Agrestowa", "Borowa"], ["Wrzosowa"], ["Malinowa"]]
    assert [number for _, number in people] == [2, 1, 1]
    assert (held, words_at(client, sessions).count("Warsztaty")) == (1, 2)


def test_a_number_on_today_opens_its_indicator_for_who_may_see_figures(
    client: "Client", edition: Edition
) -> None:
    a_target(a_measure(edition), edition, total=10)
    seen = []

    for role in (TeamRole.SOCIAL_WORKER, TeamRole.ORGANISER):
        signed_in(client, edition, role)
        seen.append(
            f"{cockpit_of(edition)}indicators/?edition={edition.key}#"
            in client.get("/desk/").content.decode()
        )

    assert seen == [True, False]


def test_the_list_downloads_and_an_unknown_one_is_not_there(client: "Client", edition: Edition) -> None:
    signed_in(client, edition, TeamRole.COORDINATOR)

    answer = client.get(f"{cockpit_of(edition)}people/finished/?file=xlsx")

    book = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue()))
    assert [row[1] for row in book.get_sheet_by_index(0).to_python()] == ["Nazwisko i imię", "Malinowa Anna"]
    assert client.get(f"{cockpit_of(edition)}people/nobody/").status_code == 404


def test_the_list_asks_as_often_for_many_as_for_one(client: "Client", edition: Edition) -> None:
    signed_in(client, edition, TeamRole.COORDINATOR)
    here = f"{cockpit_of(edition)}people/agreed/"
    client.get(here)
    with CaptureQueriesContext(connection) as one:
        client.get(here)

    a_meeting(edition, "Lipowa", "Sosnowa", "Klonowa")

    with CaptureQueriesContext(connection) as many:
        client.get(here)
    assert len(many) == len(one)
