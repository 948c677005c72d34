"""Every published fact of six programmes, leaf by leaf, stands on the programme's public page.

A key that nobody mapped fails: a new fact must be placed on the page before it can be published.
"""

import re
import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from kladka.core import wording
from kladka.definitions.actions import load
from kladka.definitions.reading import read
from kladka.programmes.models import Programme
from kladka.programmes.tests.builders import MOMENT, a_user
from tests.test_facts_in_definitions import PROGRAMMES, leaves

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in (HERE / "facts").glob("*.toml"))
Expected = Callable[[Any], str]

pytestmark = pytest.mark.django_db


def plain(text: str) -> str:
    """Without markup; every space is one space, every hyphen the plain one."""
    text = unescape(re.sub(r"<[^>]+>", " ", text)).replace(wording.UNBROKEN, "-")
    return re.sub(r"\s+", " ", text)


def day(value: str) -> str:
    return plain(wording.day(date.fromisoformat(value)))


def month(value: str) -> str:
    return plain(wording.month(date.fromisoformat(f"{value}-01")))


def exact(value: str) -> str:
    return plain(wording.money(Decimal(value)))


def about(value: str) -> str:
    return plain(f"około {wording.number(Decimal(value) / 1_000_000)} mln zł")


def at_least_people(value: int) -> str:
    return plain(f"co najmniej {wording.people(value)}")


def people(value: int) -> str:
    return plain(wording.people(value))


def metadata(value: str) -> str:
    """The page says who and when under these names; of the day it says the day."""
    label, _, when = value.partition(": ")
    shown = {"osoba odpowiedzialna za treść": "Odpowiada za treść:"}.get(label, f"{label.capitalize()}:")
    return f"{shown} {day(when)}" if when else shown


SAYS: dict[str, Expected] = {
    "programme.period": day,
    "programme.ended_on": day,
    "programme.starts": month,
    "programme.ends": month,
    "money.currency": {"PLN": "zł"}.__getitem__,
    "money.total": exact,
    "money.eu": exact,
    "money.grant": exact,
    "money.rate_percent": "{}%".format,
    "money.value_about": about,
    "money.additional_funding_about": about,
    "city_total.value_about": about,
    "city_total.eu_about": about,
    "city_total.own_about": about,
    "public.page_metadata": metadata,
    "public.communities.categorical": "Kategorialna {}".format,
    "public.communities.total": "społeczności objęte programem {}".format,
    "tasks.staff": "organizator społeczności lokalnej: {}".format,
    "tasks.persons": people,
    "tasks.groups_count": "grupy: {}".format,
    "targets.persons": at_least_people,
    "targets.women": lambda value: plain(f"co najmniej {wording.women(value)}"),
    "targets.men": lambda value: plain(f"i {wording.men(value)}"),
    "outcomes.persons_supported": "osoby objęte wsparciem {}".format,
    "outcomes.job_seeking_learning_qualified_or_employed_after_exit": "po opuszczeniu programu {}".format,
    "outcomes.recruited": "{}".format,
    "outcomes.social_contracts_signed": "{}".format,
    "outcomes.completed_planned_pathway": "{}".format,
    "outcomes.internships_completed": "{}".format,
    "outcomes.vocational_course_completed.persons": "{}".format,
    "editions.number": "Edycja {}".format,
    "editions.value_about": about,
    "editions.starts": month,
    "editions.lasts_months": lambda value: f"trwa: {value} miesięcy",
}
AS_PUBLISHED = {
    *("municipality", "title", "kind", "beneficiary", "implementing_unit", "districts", "office", "seat"),
    *("fund", "measure", "partners", "places", "revitalisation_programme", "mode", "lasts"),
}
SAID_AS_PUBLISHED = {
    *(f"programme.{key}" for key in AS_PUBLISHED),
    *("public.goal", "public.contacts", "public.supports", "public.target_group", "public.activities"),
    *("public.communities.territorial", "public.local_activity_programme.area", "public.may_join"),
    *("public.local_activity_programme.meeting_place", "public.local_activity_programme.goal"),
    *("public.local_activity_programme.staff", "public.expected_effects", "public.parents"),
    *("public.training_flat.for", "public.training_flat.trainings", "public.training_flat.place"),
    *("public.training_flat.running", "public.child_therapies.for", "public.child_therapies.kinds"),
    *("public.trainings", "public.local_activity_programmes", "public.local_activity", "public.vocational"),
    *("public.community", "public.volunteering", "targets.relation", "outcomes.scope"),
    *("outcomes.vocational_course_completed.course", "tasks.title", "tasks.clubs", "tasks.supports"),
    *("tasks.club_audiences", "tasks.groups", "tasks.initiatives", "tasks.events", "tasks.open_to"),
    *("tasks.stages", "tasks.supports_social", "tasks.supports_educational", "tasks.supports_vocational"),
    *("tasks.commissioned_to", "tasks.costs", "editions.target_group", "editions.supports"),
}
LATER = {"public.portal"}  # what the town's own page offered its visitors comes with a later issue


def key_of(path: str) -> str:
    """The key of the facts file: without places in lists and without names that are values themselves."""
    key = ".".join(part for part in path.split(".") if not part.isdecimal())
    return next((one for one in ("tasks.staff", "tasks.club_audiences") if key.startswith(one)), key)


def expected(path: str, value: Any) -> str:
    key = key_of(path)
    if key in SAYS:
        return SAYS[key](value)
    assert key in SAID_AS_PUBLISHED, f"Nobody said where the page shows {path}"
    return str(value)


@pytest.fixture
def _polish() -> None:
    translation.activate("pl")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("_polish")
def test_every_published_fact_is_on_the_public_page(name: str, client: Client) -> None:
    file = read((PROGRAMMES / f"{name}.toml").read_bytes())
    load(file=file, municipality_code="2469011", by=a_user(), at=MOMENT)
    facts = tomllib.loads((HERE / "facts" / f"{name}.toml").read_text("utf-8"))
    programme = plain(client.get(f"/programy/{file.programme.key}/").content.decode())
    city = plain(client.get("/").content.decode())

    wanted = {path: expected(path, value) for path, value in leaves(facts) if key_of(path) not in LATER}
    missing = {
        path: said
        for path, said in wanted.items()
        if plain(said) not in (city if path.startswith("city_total") else programme)
    }

    assert missing == {}


def test_a_fact_that_nobody_placed_is_found() -> None:
    with pytest.raises(AssertionError, match=r"Nobody said where the page shows public\.new_fact"):
        expected("public.new_fact", "x")


def test_what_was_not_published_leaves_no_empty_heading(client: Client) -> None:
    file = read((PROGRAMMES / "sosnowiec-aktywne-centrum.toml").read_bytes())
    load(file=file, municipality_code="2475011", by=a_user(), at=MOMENT)
    key = Programme.objects.get().key

    page = client.get(f"/en/programy/{key}/").content.decode()

    assert re.findall(r"<h[23][^>]*>\s*</h[23]>|<dd[^>]*>\s*</dd>|<ul[^>]*>\s*</ul>", page) == []
    assert [title in page for title in ("Clubs", "Published results", "Contact</h2>")] == [False] * 3
