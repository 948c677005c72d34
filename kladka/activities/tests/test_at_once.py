"""Two people save one sheet at the same moment, each in a browser and on a connection of its own."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from time import monotonic, sleep
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from kladka.accounts.models import User
from kladka.activities.choices import Mark
from kladka.activities.models import Attendance, Session
from kladka.activities.tests.builders import TEN, a_meeting
from kladka.audit.models import Entry
from kladka.municipalities import actions, queries
from kladka.municipalities.models import Municipality
from kladka.participation.models import EntrySnapshot, Participation
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_in_april", "_apart")]
SLUG, HOST = "apart", "apart.localhost"
WAITING = """
    SELECT count(*) FROM pg_stat_clear_snapshot(), pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'
"""
PATIENCE = 30  # seconds until a test that cannot succeed ends


@pytest.fixture
def _in_april(settings: Any) -> None:
    settings.CLOCK = (TEN + timedelta(days=40)).date()


def committed(work: Callable[[], Any]) -> Any:
    """On a connection of its own, which the test does not roll back."""

    def working() -> Any:
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(working).result()


@pytest.fixture
def _apart(db: None) -> Iterator[None]:  # noqa: ARG001
    """A municipality that is really there for other connections, and gone after the test."""

    def make() -> None:
        actions.add_municipality(name="Apart", teryt_code="9903011", host=HOST, slug=SLUG)

    def remove() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA {SLUG} CASCADE")
        Municipality.objects.filter(schema_name=SLUG).delete()

    committed(make)
    queries.forget_directory()
    yield
    committed(remove)
    queries.forget_directory()


def in_apart(work: Callable[[], Any]) -> Any:
    def there() -> Any:
        with queries.in_municipality(SLUG):
            return work()

    return committed(there)


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
    with ThreadPoolExecutor(len(works)) as threads:

        def holding() -> list[Any]:
            with transaction.atomic():
                Session.objects.select_for_update().get(pk=session.pk)
                begun = [threads.submit(in_apart, work) for work in works]
                wait_for(len(works))
            return [one.result() for one in begun]

        return list(in_apart(holding))


def wait_for(number: int) -> None:
    until = monotonic() + PATIENCE
    with connection.cursor() as cursor:
        while monotonic() < until:
            cursor.execute(WAITING)
            if cursor.fetchone()[0] >= number:
                return
            sleep(0.01)
    raise TimeoutError


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
