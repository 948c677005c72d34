"""The calendar of residents: what is shown, what an empty month says, and the file for telephones."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from kladka.activities.choices import SessionState
from kladka.activities.models import Session
from kladka.activities.tests.builders import a_session, an_activity, an_event, an_open_activity
from kladka.places.models import Venue

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 11)
FOUR = datetime(2026, 6, 24, 14, tzinfo=UTC)  # four in the afternoon in Poland


@pytest.fixture(autouse=True)
def _on_one_day(settings: "Settings") -> None:
    settings.CLOCK = TODAY


def a_picnic(title: str = "Piknik", **given: Any) -> Session:
    return a_session(an_open_activity(an_event(title=title)), **({"starts_at": FOUR} | given))


def page(client: Client, path: str) -> str:
    answer = client.get(f"/en/kalendarz/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_calendar_opens_at_this_month(client: Client) -> None:
    assert client.get("/kalendarz/").headers["Location"] == "/kalendarz/2026/6/"


def test_a_month_lists_what_anybody_may_see(client: Client) -> None:
    picnic = a_picnic(venue=Venue.objects.create(name="Park"))
    a_session(an_activity(title="Grupa zamknięta"), starts_at=FOUR)

    shown = page(client, "2026/6/")

    assert f'href="/en/kalendarz/wydarzenie/{picnic.pk}/"' in shown
    assert [words in shown for words in ("Piknik", "Wednesday", "16:00–18:00", "Park", "Just come")] == [
        True
    ] * 5
    assert "Grupa zamknięta" not in shown


def test_a_moved_event_shows_its_former_day_struck(client: Client) -> None:
    a_picnic(first_planned_for=FOUR - timedelta(days=7))

    assert "<s>17\u00a0June</s>" in page(client, "2026/6/")


def test_a_called_off_event_stays_and_says_so(client: Client) -> None:
    a_picnic(state=SessionState.CANCELLED)

    assert "Called off" in page(client, "2026/6/")


def test_places_left_are_counted_without_naming_anybody(client: Client) -> None:
    full = a_picnic(places=1)
    full.sign_ups.create(name="Olena", phone="32 000 00 00", signed_at=FOUR)

    shown = page(client, "2026/6/")

    assert "No places left" in shown
    assert "Olena" not in shown


def test_an_empty_month_says_so_and_names_the_next_event(client: Client) -> None:
    later = a_picnic("Kino", starts_at=datetime(2026, 9, 4, 18, tzinfo=UTC))

    shown = page(client, "2026/7/")

    assert "There are no events in this month." in shown
    assert f'href="/en/kalendarz/wydarzenie/{later.pk}/">Kino</a>' in shown
    assert 'href="/en/kalendarz/2026/9/"' in shown


def test_a_calendar_without_any_event_is_honest(client: Client) -> None:
    assert "Nothing has been put into the calendar yet." in page(client, "2026/7/")


def test_a_filter_that_nothing_fits_shows_the_way_back(client: Client) -> None:
    a_picnic(venue=Venue.objects.create(name="Park"))
    a_picnic("Kino", venue=Venue.objects.create(name="Szkoła"))

    assert page(client, "2026/6/?miejsce=Park").count("/wydarzenie/") == 1
    assert page(client, "2026/6/?miejsce=%00").count("/wydarzenie/") == 2


def test_the_month_as_a_table_holds_the_same_events(client: Client) -> None:
    a_picnic()

    assert "<table" in page(client, "2026/6/?widok=miesiac")


@pytest.mark.parametrize("path", ["2026/13/", "2026/0/", "1999/5/", "wydarzenie/999/"])
def test_what_is_no_month_and_no_event_is_not_there(client: Client, path: str) -> None:
    assert client.get(f"/kalendarz/{path}").status_code == 404


def test_an_event_has_a_page_of_its_own_and_a_hidden_one_has_none(client: Client) -> None:
    picnic, hidden = a_picnic(), a_session(starts_at=FOUR)

    assert "Piknik" in page(client, f"wydarzenie/{picnic.pk}/")
    assert client.get(f"/kalendarz/wydarzenie/{hidden.pk}/").status_code == 404


def test_telephones_get_every_event_and_the_called_off_ones_marked(client: Client) -> None:
    a_picnic()
    a_picnic("Kino", state=SessionState.CANCELLED)

    feed = Calendar.from_ical(client.get("/kalendarz/kalendarz.ics").content)

    said = sorted((str(one["SUMMARY"]), str(one.get("STATUS", ""))) for one in feed.walk("VEVENT"))
    assert said == [("Kino", "CANCELLED"), ("Piknik", "")]


@pytest.mark.parametrize("path", ["2026/6/", "kalendarz.ics"])
def test_a_month_asks_the_same_for_one_event_and_for_many(client: Client, path: str) -> None:
    counts = []
    for number in (1, 8):
        for one in range(number):
            a_picnic(starts_at=FOUR + timedelta(hours=one))
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/kalendarz/{path}?{number}")
        counts.append(len([one for one in asked if not one["sql"].startswith("SET ")]))

    assert counts[0] == counts[1]
