"""Drafts on the desk: what each page shows and what each button does."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kladka.accounts.models import User
from kladka.definitions import actions
from kladka.definitions.actions import load
from kladka.definitions.models import Draft
from kladka.definitions.tests.builders import A_FILE, a_draft, a_programme
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Programme, Task
from kladka.programmes.tests.builders import a_role, a_user

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
TASK = '\n[[tasks]]\nkey = "clubs"\ntitle = "Clubs"\n'


@pytest.fixture
def programme() -> Programme:
    return load(file=a_programme(), municipality_code="9901011", by=a_user(), at=NINE).programme


def a_coordinator() -> User:
    user = a_user()
    a_role(user, TeamRole.COORDINATOR)
    return user


def test_two_coordinators_bring_a_change_in_force(client: Client, programme: Programme) -> None:
    author, second = a_coordinator(), a_coordinator()
    client.force_login(author)
    draft = client.post(f"/desk/programmes/{programme.key}/definition/amend/").headers["Location"]
    file = SimpleUploadedFile("programme.toml", (A_FILE + TASK).encode())
    client.post(f"{draft}import/", {"file": file})
    client.post(f"{draft}hand-in/", {"reason": "Clubs are added."})
    own = client.get(f"{draft}decision/").status_code
    client.force_login(second)
    shown = client.get(f"{draft}decision/").content.decode()

    answer = client.post(
        f"{draft}decision/", {"revision": Draft.objects.get().revision, "decision": "approve"}, follow=True
    )

    assert (own, "Clubs are added." in shown, "Clubs" in shown) == (403, True, True)
    assert (answer.status_code, list(Task.objects.values_list("key", flat=True))) == (200, ["clubs"])
    history = client.get(f"/desk/programmes/{programme.key}/definition/versions/2/changes/").content.decode()
    assert ("Clubs are added." in history, str(author) in history, str(second) in history) == (
        True,
        True,
        True,
    )


def test_sending_back_needs_words_and_keeps_nothing_from_its_author(
    client: Client, programme: Programme
) -> None:
    author = a_coordinator()
    draft = a_draft(programme, author=author, state="handed_in", reason="Clubs.", handed_in_at=NINE)
    client.force_login(a_coordinator())
    page = f"/desk/drafts/{draft.pk}/decision/"
    said = {"revision": draft.revision, "decision": "send_back"}

    silent = client.post(page, said)
    client.post(page, {**said, "remarks": "Add the dates."})
    client.force_login(author)
    seen = client.get(f"/desk/drafts/{draft.pk}/").content.decode()

    assert (silent.status_code, "Add the dates." in seen) == (422, True)
    assert client.get(f"/desk/drafts/{draft.pk}/import/").status_code == 200


def test_what_is_wrong_stands_on_the_page_of_the_draft(client: Client, programme: Programme) -> None:
    author = a_coordinator()
    draft = actions.begin_draft(programme=programme, by=author, at=NINE)
    wrong = {"key": "clubs", "title": "Clubs", "edition": "first", "starts": "soon", "deliverer": "nobody"}
    actions.write(draft=draft, change=lambda said: {**said, "tasks": [wrong]}, by=author, at=NINE)
    client.force_login(author)

    page = client.get(f"/desk/drafts/{draft.pk}/").content.decode()
    answer = client.post(f"/desk/drafts/{draft.pk}/hand-in/", {"reason": "Clubs."})

    assert "„soon” to nie data" in page
    assert (answer.status_code, Draft.objects.get().state) == (422, "writing")


def test_a_draft_is_told_that_the_programme_changed_and_is_brought_up_to_date(
    client: Client, programme: Programme
) -> None:
    author = a_coordinator()
    draft = actions.begin_draft(programme=programme, by=author, at=NINE)
    load(file=a_programme(TASK), municipality_code="9901011", by=a_user(), at=NINE)
    client.force_login(author)

    before = client.get(f"/desk/drafts/{draft.pk}/").content.decode()
    client.post(f"/desk/drafts/{draft.pk}/catch-up/")
    after = client.get(f"/desk/drafts/{draft.pk}/changes/").content.decode()

    assert ("catch-up" in before, "Clubs" in after) == (True, False)


def test_the_list_of_drafts_asks_as_often_for_one_as_for_many(client: Client, programme: Programme) -> None:
    client.force_login(a_coordinator())
    a_draft(programme)
    one = queries_of(client)
    for _more in range(5):
        a_draft(programme)

    assert queries_of(client) == one


def queries_of(client: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get("/desk/drafts/")
    return len(asked)
