"""The first pages name those whose pages they are."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_national_page_leads_to_every_municipality(national_client: Client) -> None:
    page = national_client.get("/").content.decode()

    assert [
        name in page for name in ("Test", "Other", "http://test.localhost", "http://other.localhost")
    ] == [True] * 4


def test_a_municipality_has_a_home_page_of_its_own(client: Client) -> None:
    page = client.get("/").content.decode()

    assert "<h1>Test</h1>" in page
    assert "other.localhost" not in page


def test_only_the_page_itself_is_current_in_the_menu(client: Client) -> None:
    home, contact, statement = (
        client.get(f"/en/{path}").content.decode() for path in ("", "kontakt/", "szukaj/")
    )

    assert ['aria-current="true">Home' in page for page in (home, contact, statement)] == [True, False, False]
    assert 'aria-current="true">Contact' in contact
