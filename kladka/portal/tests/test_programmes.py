"""The public page of a programme, the list of all, and how many questions they ask the database."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kladka.core.wording import tidy
from kladka.definitions.actions import load
from kladka.definitions.reading import read
from kladka.finance.models import Budget, BudgetLine
from kladka.portal.queries.listing import cards
from kladka.portal.rules.standing import Term
from kladka.programmes.models import Amendment, Edition, FundMark, Programme, Task, Text
from kladka.programmes.tests.builders import MOMENT, a_programme, a_user, an_edition

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db

FILES = Path(__file__).parents[2] / "demo" / "programmes"
TODAY = date(2026, 6, 11)


def loaded(name: str) -> str:
    """The address of the page of a programme of the demo."""
    file = read((FILES / f"{name}.toml").read_bytes())
    load(file=file, municipality_code="9999011", by=a_user(), at=MOMENT)
    return f"programy/{file.programme.key}/"


def asked_for(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len([one for one in asked if not one["sql"].startswith("SET ")])


def test_a_hidden_programme_is_not_there(client: Client) -> None:
    hidden = a_programme(key="hidden", is_public=False)

    assert client.get(f"/programy/{hidden.key}/").status_code == 404
    assert client.get("/programy/nothing/").status_code == 404


def test_texts_speak_the_readers_language_and_say_when_they_cannot(client: Client) -> None:
    page = loaded("przykladowo")
    goal = {one.language: one.text for one in Text.objects.filter(topic="goal")}

    english, ukrainian = (client.get(f"/{language}/{page}").content.decode() for language in ("en", "uk"))

    assert goal["en"] in english
    assert goal.get("uk", 'lang="pl"') in ukrainian


def test_the_page_carries_the_mark_of_the_fund_and_who_made_it(client: Client) -> None:
    recorded = client.get("/" + loaded("przykladowo")).content.decode().partition("<footer")[2]
    by_system = client.get("/" + loaded("sosnowiec-mors")).content.decode().partition("<footer")[2]

    marks = [mark.text for mark in FundMark.objects.all()]
    said = [tidy(words) in recorded for words in (*marks, "Dział Programów Lokalnych")]
    assert said == [True] * (len(marks) + 1)
    assert 'id="eu-star"' in by_system
    assert "Europejski Fundusz Społeczny" in by_system


def test_a_kept_page_of_a_programme_costs_one_query(client: Client) -> None:
    page = "/" + loaded("katowice-welnowiec-jozefowiec-dab")
    client.get(page)

    assert asked_for(client, page) == 1


def test_a_page_asks_as_much_of_a_small_programme_as_of_a_large_one(client: Client) -> None:
    small, large = loaded("sosnowiec-aktywne-centrum"), loaded("przykladowo")

    assert asked_for(client, f"/{small}") == asked_for(client, f"/{large}")


@pytest.mark.parametrize("path", ["/", "/programy/", "/szukaj/?q=wsparcie", "/mapa-strony/"])
def test_lists_ask_the_same_for_one_programme_and_for_many(client: Client, path: str) -> None:
    loaded("sosnowiec-aktywne-centrum")
    with_one = asked_for(client, path)
    for name in ("sosnowiec-mors", "sosnowiec-tyle-wsparcia", "przykladowo"):
        loaded(name)

    assert asked_for(client, path) == with_one


def test_what_can_be_joined_stands_first_and_what_ended_last() -> None:
    for name in ("sosnowiec-mors", "przykladowo"):
        loaded(name)
    planned = a_programme(key="planned", title="Aaa")
    an_edition(programme=planned, starts=date(2027, 1, 1), ends=date(2027, 12, 31))

    shown = [(one.title, one.state, one.can_be_joined) for one in cards(language="pl", today=TODAY)]

    assert [state for _title, state, _joined in shown] == ["running", "planned", "ended"]
    assert shown[1:] == [("Aaa", "planned", False), ("Miejski Ośrodek Rozwoju Społecznego", "ended", False)]


def test_an_edition_runs_as_long_as_its_amendment_says(client: Client) -> None:
    page = client.get("/en/" + loaded("przykladowo")).content.decode()

    assert "31\u00a0December 2029" in page
    assert Programme.objects.get().key == "blisko-siebie"
    assert Term().last_day is None


def test_what_an_amendment_brings_is_shown_from_the_day_of_its_signature(
    client: Client, settings: "Settings"
) -> None:
    page, edition = loaded("przykladowo"), Edition.objects.get()
    given = {"edition": edition, "position": 9}
    amendment = Amendment.objects.create(
        **given, key="grant", title="another grant", signed=date(2026, 3, 2), ends=date(2031, 6, 30)
    )
    budget = Budget.objects.create(
        **given, key="grant", kind="additional", amendment=amendment, currency="PLN", total=Decimal(700500)
    )
    BudgetLine.objects.create(
        **given, key="bus", title="second bus", budget=budget, task=Task.objects.first()
    )
    brought = {"30 June 2031", "another grant", "700,500", "second bus"}
    seen = {}

    for day in (date(2026, 3, 1), date(2026, 3, 2)):
        settings.CLOCK = day
        said = client.get(f"/en/{page}").content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")
        seen[day.day] = {one for one in brought if one in said}

    assert seen == {1: set(), 2: brought}


def test_the_citys_page_lists_its_programmes(client: Client) -> None:
    page = loaded("zawiercie-partnerstwo")

    home = client.get("/").content.decode()

    assert f'href="/{page}"' in home
    assert "Partnerstwo na rzecz aktywnej integracji" in home


def test_a_city_without_programmes_says_so(client: Client) -> None:
    assert "No programme has been published here yet." in client.get("/en/programy/").content.decode()


def test_the_search_finds_a_programme_by_its_words_without_marks(client: Client) -> None:
    page = loaded("katowice-welnowiec-jozefowiec-dab")

    found = client.get("/szukaj/?q=jozefowiec+dab").content.decode()

    assert f'href="/{page}"' in found
