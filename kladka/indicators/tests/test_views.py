"""The matrix and the people behind each figure, as those see them who may."""

import re
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from kladka.audit.models import Reading
from kladka.indicators.tests.builders import a_measure, a_participant, a_support_received, a_target
from kladka.participation.tests.builders import a_declared_participation
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_task, a_user, an_edition

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

    from kladka.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_first_of_july(settings: "Settings") -> None:
    settings.CLOCK = date(2026, 7, 1)
    settings.SECOND_FACTOR_NEEDED = False


@pytest.fixture
def edition() -> Edition:
    return an_edition()


def signed_in(client: "Client", edition: Edition, role: TeamRole, **given: object) -> "User":
    user = a_user()
    a_role(user, role, edition, **given)
    client.force_login(user)
    return user


def matrix_of(edition: Edition) -> str:
    return f"/desk/programmes/{edition.programme.key}/indicators/"


def people_of(key: str, edition: Edition, asked: str = "") -> str:
    return f"/desk/indicators/{key}/people/?edition={edition.pk}{asked}"


def words(html: bytes) -> str:
    """What the page says, in Polish as the desk does; hard spaces as plain ones."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.decode()).split())


def test_indicators_without_a_target_are_folded_below_those_with_one(
    client: "Client", edition: Edition
) -> None:
    signed_in(client, edition, TeamRole.COORDINATOR)
    alone = client.get(matrix_of(edition)).content.decode()
    a_target(a_measure(edition), edition, total=3)

    promised, _summary, folded = client.get(matrix_of(edition)).content.decode().partition("<summary>")

    rows = [page.count("<tr id=") for page in (alone, promised, folded)]
    assert rows[1:] == [1, rows[0]]
    assert "<details" not in alone.partition("<table")[2]


def test_the_matrix_shows_women_men_total_target_and_what_is_missing(
    client: "Client", edition: Edition
) -> None:
    signed_in(client, edition, TeamRole.COORDINATOR)
    a_target(a_measure(edition), edition, women=2, men=1, total=3)
    a_participant(edition)
    a_declared_participation(edition=edition)

    page = words(client.get(matrix_of(edition)).content)

    assert (
        "1 : Osoby objęte wsparciem z 2 0 : Osoby objęte wsparciem z 1 1 : Osoby objęte wsparciem 3" in page
    )
    assert "Do celu brakuje: 1 kobieta i 1 mężczyzna" in page


def test_every_figure_opens_its_people_with_the_proof(client: "Client", edition: Edition) -> None:
    signed_in(client, edition, TeamRole.COORDINATOR)
    a_measure(edition)
    a_support_received(a_participant(edition, name="Jarzębina"))

    page = client.get(matrix_of(edition)).content.decode()
    (address,) = re.findall(
        r'href="(/desk/indicators/all_participants/people/\?edition=\d+&amp;sex=woman)"', page
    )
    opened = words(client.get(address.replace("&amp;", "&")).content)

    assert "Jarzębina Anna" in opened
    assert "Trening kompetencji, pierwszy raz 9 marca 2026" in opened


def test_who_would_count_is_listed_with_what_is_missing(client: "Client", edition: Edition) -> None:
    signed_in(client, edition, TeamRole.COORDINATOR)
    a_declared_participation(edition=edition)

    page = words(client.get(people_of("EECO01", edition, "&show=waiting")).content)

    assert "przyjdzie na pierwsze wsparcie" in page


def test_the_list_downloads_with_its_filter(client: "Client", edition: Edition) -> None:
    signed_in(client, edition, TeamRole.COORDINATOR)
    a_participant(edition, name="Malwa")
    a_participant(edition, name="Dąb", sex="man")

    answer = client.get(people_of("EECO01", edition, "&sex=man&file=xlsx"))

    book = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue()))
    assert [row[1] for row in book.get_sheet_by_index(0).to_python()] == ["Nazwisko", "Dąb"]


def test_the_matrix_downloads_as_a_spreadsheet(client: "Client", edition: Edition) -> None:
    signed_in(client, edition, TeamRole.CONTROLLER)
    a_target(a_measure(edition), edition, total=2)
    a_participant(edition)

    answer = client.get(f"{matrix_of(edition)}?file=xlsx")

    book = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue()))
    assert book.get_sheet_by_index(0).to_python()[1][4:11] == ["", "", 2.0, 1.0, 0.0, 1.0, 50.0]


def test_looking_at_who_has_a_disability_is_written_down(client: "Client", edition: Edition) -> None:
    user = signed_in(client, edition, TeamRole.SOCIAL_WORKER)
    one = a_participant(edition, flags={"has_disability": "yes"})

    client.get(people_of("EECO12", edition))

    assert list(Reading.objects.values_list("person", "actor_id")) == [(one.person.public_id, user.pk)]


@pytest.mark.parametrize(
    ("role", "narrowed", "matrix", "people", "sensitive"),
    [
        (TeamRole.COORDINATOR, False, 200, 200, 200),
        (TeamRole.CONTROLLER, False, 200, 200, 200),
        (TeamRole.ACCOUNTANT, False, 200, 200, 403),
        (TeamRole.SPECIALIST, False, 403, 403, 403),
        (TeamRole.COMMITTEE, False, 403, 403, 403),
        (TeamRole.COMMISSIONED, True, 403, 403, 403),
    ],
)
def test_who_may_see_what(
    client: "Client",
    edition: Edition,
    role: TeamRole,
    narrowed: bool,  # noqa: FBT001
    matrix: int,
    people: int,
    sensitive: int,
) -> None:
    signed_in(client, edition, role, **({"task": a_task(edition)} if narrowed else {}))
    asked = (matrix_of(edition), people_of("EECO01", edition), people_of("EECO12", edition))

    assert [client.get(one).status_code for one in asked] == [matrix, people, sensitive]


def test_another_programme_is_not_there(client: "Client", edition: Edition) -> None:
    signed_in(client, an_edition(), TeamRole.COORDINATOR)

    asked = (matrix_of(edition), people_of("EECO01", edition))

    assert [client.get(one).status_code for one in asked] == [404, 404]


@pytest.mark.parametrize("asked", ["NONE/people/?edition=1", "EECO18/people/?edition=1", "EECO01/people/"])
def test_an_address_that_means_nothing_is_not_there(client: "Client", edition: Edition, asked: str) -> None:
    signed_in(client, edition, TeamRole.COORDINATOR)

    assert client.get(f"/desk/indicators/{asked}").status_code == 404


def queries_of(client: "Client", address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_pages_cost_the_same_for_one_and_for_many_people(client: "Client", edition: Edition) -> None:
    signed_in(client, edition, TeamRole.COORDINATOR)
    pages = (matrix_of(edition), people_of("EECO12", edition))
    a_participant(edition, flags={"has_disability": "yes"})
    few = [queries_of(client, page) for page in pages]
    for _ in range(4):
        a_participant(edition, flags={"has_disability": "yes"})

    assert [queries_of(client, page) for page in pages] == few
