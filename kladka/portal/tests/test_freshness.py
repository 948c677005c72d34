"""A page is made once; a change of the record is seen at the next request."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kladka.portal.tests.builders import a_notice, something_happens

pytestmark = pytest.mark.django_db


def tag(client: Client, path: str = "/ochrona-danych/", **headers: str) -> str:
    return client.get(path, headers=headers).headers["ETag"]


def test_a_page_that_did_not_change_is_not_sent_again(client: Client) -> None:
    known = tag(client)

    answer = client.get("/ochrona-danych/", headers={"if-none-match": known})

    assert (answer.status_code, answer.content, answer.headers["ETag"]) == (304, b"", known)


def test_a_kept_page_costs_one_query(client: Client) -> None:
    a_notice()
    made = client.get("/ochrona-danych/").content

    with CaptureQueriesContext(connection) as asked:
        again = client.get("/ochrona-danych/").content

    assert again == made
    assert len([one for one in asked if not one["sql"].startswith("SET ")]) == 1


def test_whatever_happens_makes_the_page_anew(client: Client) -> None:
    before = tag(client)
    a_notice(purpose="nowy cel")
    something_happens()

    answer = client.get("/ochrona-danych/", headers={"if-none-match": before})

    assert answer.status_code == 200
    assert "nowy cel" in answer.content.decode()


def test_each_language_and_look_has_a_page_of_its_own(client: Client) -> None:
    plain, english = tag(client), tag(client, "/en/ochrona-danych/")
    client.cookies["look"] = "scheme=dark"
    dark = tag(client)
    client.cookies["look"] = "scheme=nonsense"

    assert len({plain, english, dark}) == 3
    assert tag(client) == plain


def test_words_in_an_address_do_not_fill_the_memory(client: Client) -> None:
    client.get("/ochrona-danych/?q=1")

    assert len(caches["pages"]._cache) == 0  # type: ignore[attr-defined]


def test_each_municipality_has_pages_of_its_own(client: Client) -> None:
    here = tag(client)

    assert tag(client, host="other.localhost") != here
