from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kladka.accounts.models import User
from kladka.activities.models import Activity, Attendance, Session
from kladka.activities.tests.builders import TEN, a_group, a_meeting, a_room, a_session, an_activity, an_event
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_april")]


def sheet(session: Session) -> str:
    return reverse("activities:attendance", args=[session.pk])


def marks() -> dict[int, str]:
    return dict(Attendance.objects.values_list("participation", "mark"))


@pytest.mark.usefixtures("worker")
def test_the_list_begins_today_and_finds_earlier_sessions_by_the_filter(
    client: Client, edition: Edition
) -> None:
    activity = an_activity(a_group(edition, title="Warsztaty"))
    a_session(activity, title="Dawny temat")
    a_session(activity, title="Przyszły temat", starts_at=TEN + timedelta(days=50))
    a_session(title="Obcy temat", starts_at=TEN + timedelta(days=50))
    address = reverse("activities:sessions")

    coming, past, none = (
        client.get(address, said).content.decode()
        for said in ({}, {"when": "past"}, {"q": "warsztaty nieznane", "edition": "x"})
    )

    assert ("Przyszły" in coming, "Dawny" in coming, "Obcy" in coming) == (True, False, False)
    assert ("Przyszły" in past, "Dawny" in past) == (False, True)
    assert "Żadne zajęcia nie pasują" in none


@pytest.mark.usefixtures("worker")
def test_the_list_needs_no_more_queries_for_many_sessions(client: Client, edition: Edition) -> None:
    activity, counted = an_activity(a_group(edition)), []
    for number in (1, 12):
        for each in range(number):
            a_session(activity, starts_at=TEN + timedelta(days=50 + each, hours=number), room=None)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("activities:sessions"))
        counted.append(len(queries))

    assert counted[0] == counted[1]


@pytest.mark.usefixtures("worker")
def test_the_sheet_needs_no_more_queries_for_many_people(client: Client, edition: Edition) -> None:
    counted = []
    for names in (["Agrestowa"], [f"Bratkowa{number}" for number in range(12)]):
        session, _people = a_meeting(edition, *names)
        with CaptureQueriesContext(connection) as queries:
            client.get(sheet(session))
        counted.append(len(queries))

    assert counted[0] == counted[1]


@pytest.mark.usefixtures("worker")
def test_the_list_downloads_with_its_filter(client: Client, edition: Edition) -> None:
    activity = an_activity(a_group(edition, title="Warsztaty"))
    a_session(activity, title="Dawny temat")
    a_session(activity, title="Przyszły temat", starts_at=TEN + timedelta(days=50))

    answer = client.get(reverse("activities:sessions_file"), {"when": "past"})

    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    rows = book.get_sheet_by_index(0).to_python()
    assert [row[3] for row in rows] == ["Temat", "Dawny temat"]


def test_a_series_is_planned_from_a_group_without_an_activity(
    client: Client, edition: Edition, worker: User
) -> None:
    group, room = a_group(edition), a_room()
    said = {
        "subject": f"group-{group.pk}",
        "day": "2026-04-28",
        "starts": "10:00",
        "ends": "12:00",
        "repeat_until": "2026-05-12",
        "room": str(room.pk),
        "staff": [str(worker.pk)],
    }

    page = client.post(reverse("activities:plan"), said, follow=True).content.decode()
    again = client.post(
        reverse("activities:plan"), {**said, "subject": f"activity-{Activity.objects.get().pk}"}
    )

    assert "Zaplanowano 3 zajęcia." in page
    assert again.status_code == 302
    assert [one.day.isoformat() for one in Session.objects.all()] == [
        "2026-04-28",
        "2026-05-05",
        "2026-05-12",
    ]


@pytest.mark.usefixtures("worker")
def test_a_plan_over_another_is_refused_and_loses_nothing(client: Client, edition: Edition) -> None:
    event, room = an_event(edition), a_room()
    said = {"subject": f"event-{event.pk}", "day": "2026-04-28", "starts": "10:00", "ends": "12:00"}
    client.post(reverse("activities:plan"), {**said, "room": str(room.pk)})
    said["subject"] = f"activity-{Activity.objects.get().pk}"

    refused = client.post(reverse("activities:plan"), {**said, "room": str(room.pk), "title": "Drugi piknik"})

    assert refused.status_code == 422
    assert "Sala jest zajęta: „Piknik”" in refused.content.decode()
    assert 'value="Drugi piknik"' in refused.content.decode()


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"day": ""}, "Wybierz dzień."),
        ({"repeat_until": "2026-04-01"}, "Wybierz dzień po pierwszych zajęciach."),
        ({"repeat_until": "2029-04-01"}, "Zaplanuj najwyżej rok naraz."),
        ({"day": "2019-01-01"}, "Program zaczyna się 1 stycznia 2026"),
        ({"title": "x" * 501}, "500 znaków"),
        ({"title": "a\0b"}, "Znaki null"),
    ],
)
def test_a_wrong_plan_is_answered_in_one_sentence(
    client: Client, edition: Edition, given: dict[str, str], sentence: str
) -> None:
    said = {
        "subject": f"group-{a_group(edition).pk}",
        "day": "2026-04-28",
        "starts": "10:00",
        "ends": "12:00",
    }

    answer = client.post(reverse("activities:plan"), {**said, **given})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Session.objects.exists()


def test_who_only_reads_plans_nothing(client: Client, edition: Edition) -> None:
    accountant = a_user()
    a_role(accountant, TeamRole.ACCOUNTANT, edition)
    client.force_login(accountant)

    assert client.get(reverse("activities:plan")).status_code == 403


@pytest.mark.usefixtures("worker")
def test_a_session_is_cancelled_with_a_reason(client: Client, edition: Edition) -> None:
    session, _people = a_meeting(edition)
    address = reverse("activities:cancel", args=[session.pk])

    refused = client.post(address, {"reason": ""})
    client.post(address, {"reason": "Awaria"})

    assert refused.status_code == 422
    assert Session.objects.get().is_cancelled
    assert "Te zajęcia są odwołane" in client.get(sheet(session)).content.decode()


@pytest.mark.usefixtures("worker")
def test_a_session_is_moved_and_keeps_its_first_term(client: Client, edition: Edition) -> None:
    session, _people = a_meeting(edition)
    address = reverse("activities:move", args=[session.pk])

    shown = client.get(address).content.decode()
    refused = client.post(address, {"day": "2019-01-01", "starts": "10:00", "ends": "12:00"})
    page = client.post(address, {"day": "2026-04-28", "starts": "10:00", "ends": "12:00"}, follow=True)

    assert ('value="2026-03-03"' in shown, 'value="10:00"' in shown, refused.status_code) == (True, True, 422)
    assert "przeniesione z: wtorek 3\xa0marca" in page.content.decode()


def test_the_list_is_closed_to_who_works_in_no_programme(client: Client) -> None:
    client.force_login(a_user())

    assert [
        client.get(reverse(f"activities:{name}")).status_code for name in ("sessions", "sessions_file")
    ] == [
        403,
        403,
    ]


@pytest.mark.usefixtures("worker")
def test_without_groups_and_events_the_page_says_where_they_come_from(client: Client) -> None:
    page = client.get(reverse("activities:plan")).content.decode()

    assert "Nie ma jeszcze czego planować" in page
