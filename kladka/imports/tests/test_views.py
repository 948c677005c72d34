"""The way of a list at the desk: file, columns, rehearsal, correction, done, undone. Every step is a plain form."""

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kladka.imports.models import Import, Upload
from kladka.imports.tests.builders import ANNA, HEADER, JAN, NOON, a_list, an_upload
from kladka.participation.models import Participation
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user
from kladka.reporting.tests.builders import a_register, a_reported_edition

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db
BAD = ("Ewa", "Klon", "44051401459", "", "skills", "2026-03-09")
FORMULA = ("=cmd|'/c calc'!A1", "Klon", "44051401459", "+48600", "@SUM(1)", "-2+3")


@pytest.fixture
def edition(client: Client, settings: "Settings") -> Edition:
    """With a coordinator signed in, on 1 July 2026."""
    settings.CLOCK, settings.LANGUAGE_CODE = date(2026, 7, 1), "en"
    a_register()
    found = a_reported_edition()
    user = a_user()
    a_role(user, TeamRole.COORDINATOR, found)
    client.force_login(user)
    return found


def address(name: str, upload: object) -> str:
    return reverse(f"imports:{name}", args=[getattr(upload, "pk", upload)])


def sent(client: Client, edition: Edition, content: bytes, name: str = "lista.csv") -> Any:
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("imports:imports", args=[edition.programme.key]), {"file": file})


def test_a_list_goes_its_whole_way_without_a_script(client: Client, edition: Edition) -> None:
    answer = sent(client, edition, a_list(ANNA, BAD))
    upload = Upload.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, address("mapping", upload))

    page = client.get(answer["Location"]).content.decode()
    assert "Column C: PESEL" in page

    columns = dict(
        zip(
            "ABCDEF",
            ("first_name", "last_name", "pesel", "phone", "support_kind", "support_start"),
            strict=True,
        )
    )
    client.post(address("mapping", upload), {f"column-{letter}": field for letter, field in columns.items()})
    assert "The last digit of the PESEL" in client.get(address("rehearsal", upload)).content.decode()

    client.post(address("rehearsal", upload), {"cell--3-C": JAN[2]})
    assert "The last digit of the PESEL" not in client.get(address("rehearsal", upload)).content.decode()
    answer = client.post(address("take_in", upload), {"which": "good"})

    made = Import.objects.get()
    assert answer["Location"] == address("imported", made)
    assert (Participation.objects.count(), Upload.objects.count()) == (2, 0)


def test_an_unknown_word_gets_its_meaning_from_the_clerk(client: Client, edition: Edition) -> None:
    upload = an_upload(edition, a_list((*ANNA[:4], "siatkówka", ANNA[5])))
    page = client.get(address("mapping", upload)).content.decode()
    assert "“siatkówka” in Wsparcie means" in page
    fields = ("first_name", "last_name", "pesel", "phone", "support_kind", "support_start")
    said = {f"column-{letter}": field for letter, field in zip("ABCDEF", fields, strict=True)}

    client.post(address("mapping", upload), {**said, "word-0": "skills"})
    client.post(address("take_in", upload), {"which": "all"})

    assert Participation.objects.get().supports.get().support.key == "skills"


def test_a_file_that_is_no_list_is_refused_and_not_kept(client: Client, edition: Edition) -> None:
    answer = sent(client, edition, b"%PDF-1.7", "lista.xlsx")

    assert (answer.status_code, Upload.objects.count()) == (422, 0)
    assert "This is a PDF." in answer.content.decode()


def test_refused_rows_keep_all_out_where_all_were_asked_for(client: Client, edition: Edition) -> None:
    upload = an_upload(edition, a_list(ANNA, BAD))

    answer = client.post(address("take_in", upload), {"which": "all"})

    assert (answer.status_code, Participation.objects.count(), Upload.objects.count()) == (422, 0, 1)
    assert "nothing was written" in answer.content.decode()


def test_the_marked_sheet_holds_the_same_cells_and_no_formula(client: Client, edition: Edition) -> None:
    upload = an_upload(edition, a_list(FORMULA))

    content = client.get(address("marked", upload)).getvalue()

    book = CalamineWorkbook.from_filelike(BytesIO(content))
    assert book.get_sheet_by_index(0).to_python() == [list(HEADER), list(FORMULA)]


def test_an_empty_correction_loses_nothing_and_says_so(client: Client, edition: Edition) -> None:
    upload = an_upload(edition, a_list(BAD))

    answer = client.post(address("rehearsal", upload), {"cell--2-C": " "})

    assert answer.status_code == 422
    assert "Write what is to stand in at least one cell." in answer.content.decode()


def test_what_came_in_is_undone_with_one_button(client: Client, edition: Edition) -> None:
    client.post(address("take_in", an_upload(edition, a_list(ANNA))), {"which": "all"})
    made = Import.objects.get()

    client.post(address("undo", made))

    assert Participation.objects.count() == 0
    assert (
        "undone"
        in client.get(reverse("imports:imports", args=[edition.programme.key])).content.decode().lower()
    )


def test_a_file_given_up_is_gone(client: Client, edition: Edition) -> None:
    upload = an_upload(edition, a_list(ANNA))

    client.post(address("leave", upload))

    assert (Upload.objects.count(), Participation.objects.count()) == (0, 0)


def test_the_list_of_imports_asks_the_same_for_one_and_for_many(
    client: Client, edition: Edition, django_assert_num_queries: Any
) -> None:
    page = reverse("imports:imports", args=[edition.programme.key])
    given = {"edition": edition, "digest": "0" * 64, "made_at": NOON}
    Import.objects.create(**given, made_by=a_user())
    client.get(page)
    with CaptureQueriesContext(connection) as one:
        client.get(page)
    Import.objects.bulk_create(Import(**given, made_by=a_user()) for _ in range(20))

    with django_assert_num_queries(len(one)):
        client.get(page)
