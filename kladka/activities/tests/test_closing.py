from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from kladka.accounts.models import User
from kladka.activities.models import Session, Tally
from kladka.activities.tests.builders import TEN, a_meeting
from kladka.audit.models import Entry
from kladka.programmes.errors import MonthClosed
from kladka.programmes.models import ClosedMonth, Edition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_april", "worker")]


def page(name: str, session: Session) -> str:
    return reverse(f"activities:{name}", args=[session.pk])


def mark(client: Client, session: Session, people: list[object], **more: str) -> int:
    keys = [one.pk for one in people]  # type: ignore[attr-defined]
    said = {f"mark-{key}": "present" for key in keys} | {f"was-{key}": "" for key in keys}
    return client.post(page("attendance", session), said | more).status_code


def is_closed(session: Session) -> bool:
    return Session.objects.get(pk=session.pk).register_closed_at is not None


def test_a_complete_list_is_closed_and_then_changes_only_with_a_reason(
    client: Client, edition: Edition
) -> None:
    session, (ana, jan) = a_meeting(edition, "Agrestowa", "Bratkowa")
    mark(client, session, [ana])

    client.post(page("closing", session))

    assert is_closed(session)
    assert mark(client, session, [jan]) == 422
    assert mark(client, session, [jan], reason="Znaleziona lista") == 302


def test_a_closed_list_is_opened_again_with_a_reason_that_the_trail_keeps(
    client: Client, edition: Edition
) -> None:
    session, people = a_meeting(edition, "Agrestowa")
    mark(client, session, list(people))
    client.post(page("closing", session))

    refused = client.post(page("reopening", session))
    still_closed = is_closed(session)
    client.post(page("reopening", session), {"reason": "Doszły dwie osoby"})

    assert (refused.status_code, still_closed, is_closed(session)) == (422, True, False)
    assert Entry.objects.filter(verb="activities.register_reopened").count() == 1


@pytest.mark.parametrize("name", ["walk_in", "tally"])
def test_guests_of_a_closed_list_first_open_it_again(client: Client, edition: Edition, name: str) -> None:
    session, people = a_meeting(edition, "Agrestowa")
    mark(client, session, list(people))
    client.post(page("closing", session))

    answer = client.get(page(name, session))

    assert (answer.status_code, answer.headers["Location"]) == (302, page("reopening", session))


def test_in_a_settled_month_nothing_is_marked_counted_closed_or_opened(
    client: Client, edition: Edition, worker: User
) -> None:
    session, people = a_meeting(edition, "Agrestowa")
    closed = {"closed_by": worker, "closed_at": TEN + timedelta(days=30)}
    ClosedMonth.objects.create(edition=edition, month=date(2026, 3, 1), **closed)
    with override("pl"):
        sentence = str(MonthClosed(day=date(2026, 3, 1)))
    said = {"heads--": "3", "reason": "Pomyłka"}

    answers = [
        client.post(page(name, session), said) for name in ("tally", "walk_in", "closing", "reopening")
    ]

    assert mark(client, session, list(people)) == 422
    assert [answer.status_code for answer in answers] == [422] * 4
    assert [sentence in answer.content.decode() for answer in answers] == [True] * 4
    assert (Tally.objects.count(), Session.objects.get().state) == (0, "planned")
