"""Two people save one sheet at the same moment, each in a browser and on a connection of its own."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from kladka.accounts.models import User
from kladka.activities.choices import Mark
from kladka.activities.models import Attendance, Session
from kladka.activities.tests.builders import TEN, a_meeting
from kladka.audit.models import Entry
from kladka.municipalities.tests.apart import HOST, all_at_once, apart, in_apart
from kladka.participation.models import EntrySnapshot, Participation
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition

__all__ = ["apart"]  # a fixture that the tests below ask for by name
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_in_april", "apart")]


@pytest.fixture
def _in_april(settings: Any) -> None:
    settings.CLOCK = (TEN + timedelta(days=40)).date()


def a_sheet() -> tuple[Session, Participation, list[User]]:
    edition = an_edition()
    session, (one,) = a_meeting(edition, "Agrestowa")
    workers = [a_user("Olga Organizatorka"), a_user("Piotr Pracownik")]
    for worker in workers:
        a_role(worker, TeamRole.ORGANISER, edition)
    return session, one, workers


def save(session: Session, one: Participation, worker: User, mark: str) -> tuple[int, str]:
    """The status of the saved form, and the page that follows."""
    browser = Client(SERVER_NAME=HOST)
    browser.force_login(worker)
    said = {f"mark-{one.pk}": mark, f"was-{one.pk}": ""}
    answer = browser.post(reverse("activities:attendance", args=[session.pk]), said, follow=True)
    return answer.redirect_chain[0][1], answer.content.decode()


def at_once(session: Session, works: list[Callable[[], Any]]) -> list[Any]:
    """All of them are on their way when the sheet, held back until then, is let go."""
    return all_at_once(Session.objects.filter(pk=session.pk), works)


def kept() -> tuple[list[tuple[str, int]], int, int]:
    """Marks with their minutes, versions of the frozen entry, and how often the trail tells of the sheet."""
    told = Entry.objects.filter(verb="activities.attendance_recorded").count()
    marks = list(Attendance.objects.values_list("mark", "minutes"))
    return marks, EntrySnapshot.objects.count(), told


def conflict(one: Participation, *, before: str, now: str) -> str:
    """What the page says in the language of the desk."""
    with override("pl"):
        said = {"name": one.person, "before": Mark(before).label, "now": Mark(now).label}
        return gettext("%(name)s: somebody had written “%(before)s”. Now: “%(now)s”.") % said


def test_the_same_tick_by_two_at_once_counts_once() -> None:
    session, one, workers = in_apart(a_sheet)

    saved = at_once(session, [partial(save, session, one, each, "present") for each in workers])

    assert [status for status, _page in saved] == [302, 302]
    assert in_apart(kept) == ([("present", 120)], 1, 1)


def test_two_different_marks_at_once_give_one_result_and_one_answer_that_names_the_other() -> None:
    session, one, workers = in_apart(a_sheet)
    said = dict(zip(("present", "absent"), workers, strict=True))

    saved = at_once(
        session,
        [partial(save, session, one, each, mark) for mark, each in said.items()],
    )

    ((mark, _minutes),), _versions, told = in_apart(kept)
    (before,) = {*said} - {mark}
    words = conflict(one, before=before, now=mark)
    assert [status for status, _page in saved] == [302, 302]
    assert [words in page for _status, page in saved].count(True) == 1
    assert (told, in_apart(lambda: Participation.objects.get().started_on is not None)) == (
        2,
        mark == "present",
    )
