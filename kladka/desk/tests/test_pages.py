"""The desk's own pages: what the day asks, a person's file, one search over all."""

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kladka.activities.actions import record_attendance
from kladka.activities.choices import Mark
from kladka.activities.models import Session, SessionStaff
from kladka.activities.tests.builders import TEN, a_meeting
from kladka.participation.models import Participation
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user, an_edition
from kladka.recruitment.models import Promotion
from kladka.recruitment.tests.builders import an_application

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

    from kladka.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_day_of_the_meeting(settings: "Settings") -> None:
    settings.CLOCK = TEN.date()
    settings.SECOND_FACTOR_NEEDED = False


@pytest.fixture
def edition() -> Edition:
    return an_edition()


def signed_in(client: "Client", edition: Edition, role: TeamRole = TeamRole.SOCIAL_WORKER) -> "User":
    user = a_user()
    a_role(user, role, edition)
    client.force_login(user)
    return user


def words_at(client: "Client", address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\u00a0", " ").split())


def ticked(edition: Edition, *names: str) -> tuple[Session, list[Participation]]:
    session, people = a_meeting(edition, *names)
    record_attendance(
        session=session, marks=dict.fromkeys(people, Mark.PRESENT), by=a_user(), at=session.ends_at
    )
    return session, people


def test_today_shows_the_sessions_that_the_user_leads(client: "Client", edition: Edition) -> None:
    mine, _people = a_meeting(edition, "Malinowa")
    a_meeting(edition, "Wrzosowa")
    SessionStaff.objects.create(session=mine, worker=signed_in(client, edition))

    page = client.get("/desk/").content.decode()

    assert page.count("/attendance/") == 1
    assert f"/desk/sessions/{mine.pk}/attendance/" in page


def test_today_shows_all_sessions_to_who_leads_none(client: "Client", edition: Edition) -> None:
    a_meeting(edition, "Malinowa")
    a_meeting(edition, "Wrzosowa")
    signed_in(client, edition)

    assert client.get("/desk/").content.decode().count("/attendance/") == 2


def test_who_has_agreed_and_not_come_waits_to_be_invited(
    client: "Client", edition: Edition, settings: "Settings"
) -> None:
    a_meeting(edition, "Malinowa")
    signed_in(client, edition)
    settings.CLOCK = date(2026, 6, 1)

    page = words_at(client, "/desk/")

    assert "Po terminie" in page
    assert "Zaproś: jeszcze nie było na zajęciach Malinowa Anna" in page
    assert "Wpisz, kto był Warsztaty" in page


def test_an_offered_place_waits_for_its_answer(client: "Client", edition: Edition) -> None:
    asker, one = signed_in(client, edition), an_application(edition=edition, received_at=TEN)
    asked = Promotion.objects.create(
        application=one, asked_on=TEN.date(), answer_by=date(2026, 3, 30), asked_by=asker
    )

    page = client.get("/desk/").content.decode()

    assert f"/desk/recruitment/{one.pk}/place/{asked.pk}/" in page
    assert "Zapytaj, czy przyjmuje wolne miejsce" in page


@pytest.mark.parametrize("role", [TeamRole.ACCOUNTANT, TeamRole.CONTROLLER])
def test_who_only_reads_sees_sessions_and_has_nothing_to_do(
    client: "Client", edition: Edition, role: TeamRole, settings: "Settings"
) -> None:
    session, _people = a_meeting(edition, "Malinowa")
    signed_in(client, edition, role)

    of_the_day = words_at(client, "/desk/")
    settings.CLOCK = date(2026, 6, 1)
    later = words_at(client, "/desk/")

    assert f"Lista obecności {session.activity.title}" in of_the_day
    assert [
        word for word in ("Sprawdź obecność", "Zaproś", "Wpisz, kto był") if word in of_the_day + later
    ] == []
    assert "Nic na Ciebie nie czeka." in later


def test_nothing_of_other_programmes_is_on_today(client: "Client", edition: Edition) -> None:
    a_meeting(an_edition(), "Malinowa")
    signed_in(client, edition)

    page = words_at(client, "/desk/")

    assert "Malinowa" not in page
    assert "Dziś nie ma zajęć." in page


def test_a_file_tells_since_when_somebody_takes_part_and_the_last_sessions(
    client: "Client", edition: Edition
) -> None:
    _session, (malinowa,) = ticked(edition, "Malinowa")
    signed_in(client, edition)

    page = words_at(client, f"/desk/people/{malinowa.person.public_id}/")

    assert f"w programie od {TEN.day}" in page
    assert "1 z 1" in page


def test_the_history_tells_who_signed_the_agreement(client: "Client", edition: Edition) -> None:
    _session, (malinowa,) = ticked(edition, "Malinowa")
    signed_in(client, edition)

    assert "Warsztaty" in words_at(client, f"/desk/people/{malinowa.person.public_id}/attendance/")
    assert client.get(f"/desk/people/{malinowa.person.public_id}/history/").status_code == 200


def test_the_search_finds_people_without_their_marks_and_sessions(client: "Client", edition: Edition) -> None:
    a_meeting(edition, "Żółkiewska")
    signed_in(client, edition)

    assert "Żółkiewska Anna" in words_at(client, "/desk/search/?q=zolkiew")
    assert "Warsztaty" in words_at(client, "/desk/search/?q=warszt")
    assert "nie ma nic z tymi słowami" in words_at(client, "/desk/search/?q=%00nikt")


def test_the_cockpit_leads_to_the_pages_of_the_programme(client: "Client", edition: Edition) -> None:
    signed_in(client, edition, TeamRole.COORDINATOR)

    page = client.get(f"/desk/programmes/{edition.programme.key}/").content.decode()

    pages = page.partition('id="content"')[2]
    assert f"/desk/programmes/{edition.programme.key}/indicators/" in pages
    assert f"/desk/programmes/{edition.programme.key}/official-file/" in pages


def test_today_asks_as_often_for_many_as_for_one(client: "Client", edition: Edition) -> None:
    a_meeting(edition, "Malinowa")
    signed_in(client, edition)
    client.get("/desk/")
    with CaptureQueriesContext(connection) as one:
        client.get("/desk/")

    for _more in range(4):
        a_meeting(edition, "Wrzosowa", "Lipowa")

    with CaptureQueriesContext(connection) as many:
        client.get("/desk/")
    assert len(many) == len(one)
