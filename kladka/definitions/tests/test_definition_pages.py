"""The programme as defined, on the desk."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape

from kladka.definitions.actions import load
from kladka.definitions.canonical import canonical
from kladka.definitions.models import Draft
from kladka.definitions.reading import read
from kladka.definitions.sections import SECTIONS
from kladka.definitions.tests.builders import A_FILE, PROGRAMMES, a_programme
from kladka.finance.models import Budget
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Amendment, Edition, Programme, Task
from kladka.programmes.tests.builders import a_role, a_user

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
HERE = "/desk/programmes/close-together/definition/"
TASK = '\n[[tasks]]\nkey = "clubs"\ntitle = "Clubs"\n'


@pytest.fixture
def programme() -> Programme:
    return load(file=a_programme(), municipality_code="9901011", by=a_user(), at=NINE).programme


def sign_in(client: Client, role: TeamRole) -> None:
    user = a_user()
    a_role(user, role)
    client.force_login(user)


def upload(text: str | bytes) -> dict[str, SimpleUploadedFile]:
    content = text.encode() if isinstance(text, str) else text
    return {"file": SimpleUploadedFile("programme.toml", content)}


@pytest.mark.parametrize("path", PROGRAMMES, ids=lambda path: path.stem)
def test_the_page_shows_every_row_of_the_definition(client: Client, path: Path) -> None:
    sign_in(client, TeamRole.CONTROLLER)
    file = read(path.read_bytes())
    load(file=file, municipality_code="9901011", by=a_user(), at=NINE)

    page = client.get(f"/desk/programmes/{file.programme.key}/definition/")

    assert page.status_code == 200
    assert page.content.decode().count("<code>") == sum(len(file.rows(section)) for section in SECTIONS)
    assert escape(file.programme.title) in page.content.decode()


@pytest.mark.usefixtures("programme")
def test_what_is_signed_later_is_said_to_be_not_in_force_yet(client: Client, settings: "Settings") -> None:
    edition = Edition.objects.get()
    given = {"edition": edition, "position": 9, "key": "grant"}
    signed = {"title": "Further grant", "signed": date(2026, 3, 2), "ends": date(2031, 6, 30)}
    amendment = Amendment.objects.create(**given, **signed)
    Budget.objects.create(**given, kind="additional", amendment=amendment, currency="PLN")
    sign_in(client, TeamRole.CONTROLLER)
    seen = []

    for day in (date(2026, 3, 1), date(2026, 3, 2)):
        settings.CLOCK = day
        page = client.get(HERE).content.decode()
        head = page.partition('id="head"')[2].partition("</section>")[0].replace("\u00a0", " ")
        seen.append((page.count("jeszcze nie obowiązuje"), "30 czerwca 2031" in head))

    assert seen == [(2, False), (0, True)]


@pytest.mark.usefixtures("programme")
def test_the_index_names_each_table_and_leads_to_it(client: Client) -> None:
    sign_in(client, TeamRole.CONTROLLER)

    page = client.get(HERE).content.decode()

    named = re.findall(r'<li><a href="#(\w+)">', page)
    assert [one for one in named if f'id="{one}"' not in page] == []
    assert named == ["programme", "versions"]


@pytest.mark.usefixtures("programme")
def test_the_file_in_force_and_each_former_one_are_downloaded(client: Client) -> None:
    sign_in(client, TeamRole.ACCOUNTANT)

    now, first = client.get(f"{HERE}file/"), client.get(f"{HERE}versions/1/")

    assert now.content.decode() == first.content.decode() == canonical(a_programme())
    assert now.headers["Content-Disposition"] == 'attachment; filename="close-together.toml"'
    assert client.get(f"{HERE}versions/2/").status_code == 404


@pytest.mark.usefixtures("programme")
def test_a_file_becomes_a_draft_whose_differences_are_the_next_page(client: Client) -> None:
    sign_in(client, TeamRole.COORDINATOR)

    answer = client.post(f"{HERE}load/", upload(A_FILE + TASK), follow=True)

    draft = Draft.objects.get()
    assert answer.request["PATH_INFO"] == f"/desk/drafts/{draft.pk}/changes/"
    assert ("Clubs" in answer.content.decode(), Task.objects.count()) == (True, 0)
    assert draft.content["tasks"] == [{"key": "clubs", "title": "Clubs", "edition": "first"}]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (A_FILE.replace("close-together", "far-away"), "far-away”, a nie „close-together”"),
        (A_FILE.encode("utf-16"), "UTF-16"),
        (b"", "Plik jest pusty"),
        (A_FILE.replace("format = 1", "format = 2"), "format = 1"),
        (A_FILE + TASK.replace("title", "titel"), "title"),
    ],
    ids=["other", "utf16", "empty", "format", "unknown"],
)
@pytest.mark.usefixtures("programme")
def test_a_wrong_file_is_answered_with_a_sentence(
    client: Client, content: str | bytes, sentence: str
) -> None:
    sign_in(client, TeamRole.COORDINATOR)

    answer = client.post(f"{HERE}load/", upload(content))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


@pytest.mark.usefixtures("programme")
def test_a_form_without_a_file_asks_for_it(client: Client) -> None:
    sign_in(client, TeamRole.COORDINATOR)

    answer = client.post(f"{HERE}load/")

    assert (answer.status_code, "Wybierz plik programu." in answer.content.decode()) == (422, True)


@pytest.mark.usefixtures("programme")
@pytest.mark.parametrize(
    ("role", "reading", "loading"),
    [
        (TeamRole.COORDINATOR, 200, 200),
        (TeamRole.CONTROLLER, 200, 403),
        (TeamRole.COMMITTEE, 403, 403),
        (TeamRole.ADMINISTRATOR, 404, 404),
    ],
)
def test_each_role_reads_and_loads_what_it_may(
    client: Client, role: TeamRole, reading: int, loading: int
) -> None:
    sign_in(client, role)

    assert (client.get(HERE).status_code, client.get(f"{HERE}load/").status_code) == (reading, loading)
