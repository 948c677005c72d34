"""The national page reads copies: what a municipality published, and nothing else of it."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kladka.municipalities.models import Municipality, PublicProgramme
from kladka.municipalities.queries import in_municipality, in_public
from kladka.portal.actions import refresh_public_copies
from kladka.portal.queries.national import Copy
from kladka.programmes.models import Programme
from kladka.programmes.tests.builders import a_programme, an_edition

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 11, 9, tzinfo=UTC)


def published() -> list[tuple[str, str, str]]:
    with in_public():
        return list(PublicProgramme.objects.values_list("title", "state", "url_path"))


def test_copies_say_what_is_public_now_and_forget_what_is_not() -> None:
    an_edition(programme=a_programme(key="razem", title="Razem"))
    a_programme(key="hidden", is_public=False)
    gone = a_programme(key="gone", title="Dawny")
    refresh_public_copies(at=NOW)
    Programme.objects.filter(pk=gone.pk).update(is_public=False)

    refresh_public_copies(at=NOW)

    assert published() == [("Razem", "running", "/programy/razem/")]


def test_each_municipality_writes_its_own_copies_only(other_municipality: Municipality) -> None:
    an_edition(programme=a_programme(key="razem", title="Razem"))
    refresh_public_copies(at=NOW)

    with in_municipality(other_municipality.slug):
        refresh_public_copies(at=NOW)

    assert published() == [("Razem", "running", "/programy/razem/")]


def test_the_national_page_names_programmes_and_leads_to_them(national_client: Client) -> None:
    an_edition(programme=a_programme(key="razem", title="Razem"))
    refresh_public_copies(at=NOW)

    page = national_client.get("/").content.decode()

    assert '<a href="http://test.localhost/programy/razem/"' in page


@pytest.mark.parametrize(
    ("asked", "is_there"), [("zarzecze", True), ("ZARZĘCZE test", True), ("morze", False)]
)
def test_the_national_search_holds_all_words(
    national_client: Client,
    asked: str,
    is_there: bool,  # noqa: FBT001 - a table of cases
) -> None:
    an_edition(programme=a_programme(key="razem", title="Razem na Zarzeczu, Zarzecze"))
    refresh_public_copies(at=NOW)

    page = national_client.get("/", {"q": asked}).content.decode()

    assert ("/programy/razem/" in page) is is_there


def test_the_national_page_asks_the_same_for_one_programme_and_for_many(national_client: Client) -> None:
    counts = []
    for number in (1, 5):
        for one in range(number):
            an_edition(programme=a_programme(key=f"key-{number}-{one}"))
        refresh_public_copies(at=NOW)
        with CaptureQueriesContext(connection) as asked:
            national_client.get("/")
        counts.append(len([one for one in asked if not one["sql"].startswith("SET ")]))

    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("opens", "closes", "joined"),
    [
        (None, None, False),
        (date(2026, 6, 11), None, True),
        (date(2026, 6, 12), None, False),
        (date(2026, 6, 1), date(2026, 6, 11), True),
        (date(2026, 6, 1), date(2026, 6, 10), False),
    ],
)
def test_a_window_is_open_from_its_first_to_its_last_day(
    opens: date | None,
    closes: date | None,
    joined: bool,  # noqa: FBT001 - a table of cases
) -> None:
    copy = Copy("Razem", "", "", "Test", "running", "/", opens, closes)

    assert copy.can_be_joined(NOW.date()) is joined
