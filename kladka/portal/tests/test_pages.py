"""The pages that every municipality has, and who may read what in which language."""

import re

import pytest
from django.test import Client

from kladka.places.models import Venue
from kladka.portal.tests.builders import a_notice, a_statement
from kladka.programmes.choices import SiteRole
from kladka.programmes.models import Contact, Site
from kladka.programmes.tests.builders import a_programme

pytestmark = pytest.mark.django_db

# Technical conditions 2.0 of 31 July 2024: what machines look for.
REQUIRED = [
    *("a11y-wstep", "a11y-podmiot", "a11y-zakres", "a11y-url", "a11y-data-publikacja", "a11y-status"),
    *("a11y-data-aktualizacja", "a11y-data-sporzadzenie", "a11y-data-przeglad", "a11y-kontakt"),
    *("a11y-email", "a11y-telefon", "a11y-procedura", "a11y-architektura", "a11y-komunikacja"),
]


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_statement_carries_every_element_that_the_act_asks_for(client: Client) -> None:
    a_statement()
    page = text(client, "/deklaracja-dostepnosci/")

    assert {name: page.count(f'id="{name}"') for name in REQUIRED} == dict.fromkeys(REQUIRED, 1)
    assert re.findall(r'id="(a11y-data-\w+)" datetime="([\d-]+)"', page) == [
        ("a11y-data-publikacja", "2022-01-03"),
        ("a11y-data-aktualizacja", "2022-06-01"),
        ("a11y-data-sporzadzenie", "2022-01-10"),
        ("a11y-data-przeglad", "2022-03-30"),
    ]


def test_every_page_leads_to_the_statement(client: Client) -> None:
    page = text(client, "/kontakt/")

    assert '<meta name="deklaracja-dostępności" content="/deklaracja-dostepnosci/">' in page
    assert page.count('href="/deklaracja-dostepnosci/"') == 1


def test_without_a_statement_there_is_no_such_page(client: Client) -> None:
    assert client.get("/deklaracja-dostepnosci/").status_code == 404


@pytest.mark.parametrize(
    ("prefix", "language", "binding"), [("", "pl", False), ("/en", "en", True), ("/uk", "pl", False)]
)
def test_the_statement_speaks_the_readers_language_or_polish(
    client: Client,
    prefix: str,
    language: str,
    binding: bool,  # noqa: FBT001 - a table of cases
) -> None:
    a_statement()
    a_statement(language="en", method="self-assessment")

    page = text(client, f"{prefix}/deklaracja-dostepnosci/")

    assert f'<html lang="{language}"' in page
    assert ("The Polish text is the binding one" in page) is binding


def test_notices_stand_in_the_order_of_the_list(client: Client) -> None:
    a_notice(audience="visitors", purpose="czytanie strony")
    a_notice()

    page = text(client, "/ochrona-danych/")

    assert re.findall(r'id="notice-(\w+)"', page) == ["participants", "visitors"]


def test_a_site_without_notices_says_whom_to_ask(client: Client) -> None:
    assert "The notices have not been published here yet." in text(client, "/en/ochrona-danych/")


def test_contacts_stand_by_programme_and_role(client: Client) -> None:
    programme = a_programme(title="Razem")
    a_programme(key="other", title="Bez kontaktów")
    hidden = a_programme(key="hidden", title="Wewnętrzny", is_public=False)
    site = Site.objects.create(
        programme=programme, key="office", role=SiteRole.OFFICE, venue=Venue.objects.create(name="Biuro")
    )
    for of, role in ((programme, "Koordynator projektu"), (hidden, "Ukryty")):
        Contact.objects.create(programme=of, key="one", role=role, email="k@test.example", site=site)

    page = text(client, "/kontakt/")

    assert [name in page for name in ("Razem", "Koordynator projektu", "mailto:k@test.example", "Biuro")] == [
        True
    ] * 4
    assert [name in page for name in ("Bez kontaktów", "Wewnętrzny", "Ukryty")] == [False] * 3


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("", ""),
        ("dostep", "1 result for: dostep"),
        ("KONTAKT", "1 result for: KONTAKT"),
        ("zebra", "Nothing found for: zebra"),
    ],
)
def test_search_finds_pages_in_any_case(client: Client, asked: str, said: str) -> None:
    words = {"dostep": "accessib", "KONTAKT": "CONTACT"}.get(asked, asked)

    page = text(client, f"/en/szukaj/?q={words}")

    assert said.replace(asked or "-", words or "-") in page


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("a" * 101, "Write at most 100 letters, for example one or two words."),
        ("%00", "Null characters are not allowed."),
    ],
)
def test_too_much_asked_is_answered_with_a_sentence(client: Client, asked: str, sentence: str) -> None:
    answer = client.get(f"/en/szukaj/?q={asked}")

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_words_that_turn_the_direction_of_letters_find_nothing(client: Client) -> None:
    assert "Nothing found for" in text(client, "/en/szukaj/?q=%E2%80%AEkontakt")


def test_the_site_map_names_every_page(client: Client) -> None:
    page = text(client, "/mapa-strony/")

    assert [
        f'href="/{path}"' in page
        for path in ("kontakt/", "szukaj/", "wyglad/", "deklaracja-dostepnosci/", "ochrona-danych/")
    ] == [True] * 5
