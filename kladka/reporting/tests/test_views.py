"""The button, the list of what was sent, and the report in the user's words."""

import re
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user
from kladka.reporting.models import Package
from kladka.reporting.tests.builders import a_register, a_reported, a_reported_edition

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_first_of_july(settings: "Settings", db: None) -> None:  # noqa: ARG001 - needs the database
    settings.CLOCK = date(2026, 7, 1)
    settings.SECOND_FACTOR_NEEDED = False
    a_register()


@pytest.fixture
def edition() -> Edition:
    return a_reported_edition()


def signed_in(client: "Client", edition: Edition, role: TeamRole = TeamRole.COORDINATOR) -> None:
    user = a_user()
    a_role(user, role, edition)
    client.force_login(user)


def page_of(edition: Edition) -> str:
    return f"/desk/programmes/{edition.programme.key}/official-file/"


def words(html: bytes) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.decode()).split())


def test_the_button_makes_a_package_and_gives_it(client: "Client", edition: Edition) -> None:
    signed_in(client, edition)
    a_reported(edition)

    answer = client.post(page_of(edition), follow=True)

    package = Package.objects.get()
    assert (len(answer.content), answer.headers["Content-Disposition"]) == (
        package.size,
        f'attachment; filename="{package.file_name}"',
    )
    assert package.digest[:16] in words(client.get(page_of(edition)).content)


def test_the_report_says_what_is_wrong_and_what_to_do(client: "Client", edition: Edition) -> None:
    signed_in(client, edition)
    one = a_reported(edition, name="Malwa", education="")
    client.post(page_of(edition))

    content = client.get(page_of(edition)).content
    page = words(content)

    assert f'href="/desk/participations/{one.pk}/amendment/"' in content.decode()
    assert "Malwa Anna" in page
    assert (
        "Wykształcenie V00 błąd To pole jest puste. Uzupełnij je: bez tego system nie przyjmie osoby." in page
    )


def test_with_nobody_started_the_page_says_so_and_makes_nothing(client: "Client", edition: Edition) -> None:
    signed_in(client, edition)

    before = words(client.get(page_of(edition)).content)
    answer = client.post(page_of(edition))

    assert "Nie ma jeszcze pliku" in before
    assert "nie było błędów" not in before
    assert (answer.status_code, Package.objects.count()) == (422, 0)
    assert "wiersz w pliku powstaje od pierwszego wsparcia" in words(answer.content)


def test_the_list_of_packages_downloads(client: "Client", edition: Edition) -> None:
    signed_in(client, edition)
    a_reported(edition)
    client.post(page_of(edition))

    answer = client.get(f"{page_of(edition)}?file=xlsx")

    book = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue()))
    assert [row[0] for row in book.get_sheet_by_index(0).to_python()] == [
        "Plik",
        "Uczestnicy_projektu_Efs_2026-07-01.csv",
    ]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (TeamRole.COORDINATOR, [200, 302]),
        (TeamRole.CONTROLLER, [200, 403]),
        (TeamRole.SOCIAL_WORKER, [403, 403]),
    ],
)
def test_the_coordinator_makes_it_the_controller_only_looks(
    client: "Client", edition: Edition, role: TeamRole, expected: list[int]
) -> None:
    a_reported(edition)
    signed_in(client, edition, role)

    assert [client.get(page_of(edition)).status_code, client.post(page_of(edition)).status_code] == expected


def test_another_programme_is_not_there(client: "Client", edition: Edition) -> None:
    signed_in(client, a_reported_edition())

    assert client.get(page_of(edition)).status_code == 404
