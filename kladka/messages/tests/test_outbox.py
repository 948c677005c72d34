"""From an occasion to a letter-box: once, after the commit, and with a clear sentence where it fails."""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import connection

from kladka.messages import actions, mailing, queries
from kladka.messages.choices import Occasion, Way
from kladka.messages.errors import NotFailed, TextGone
from kladka.messages.models import Message
from kladka.messages.queries import Addressee
from kladka.messages.tests.builders import NINE, a_letter, a_message, a_posting
from kladka.municipalities.models import Municipality
from kladka.people.choices import Language
from kladka.people.models import Contact
from kladka.people.tests.builders import a_person
from kladka.programmes.tests.builders import a_user

pytestmark = pytest.mark.django_db
LINK = {"link": "https://test.localhost/zapis/krtm-94xp-2hdw/", "code": "4829 1370", "until": "24 March 2026"}


def jobs() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'kladka.messages.jobs.send_waiting'"
        )
        return int(cursor.fetchone()[0])


def how(message: Message) -> tuple[str, str, str]:
    message.refresh_from_db()
    return message.way, message.state, message.trouble


@contextmanager
def answering(error: Exception) -> Iterator[None]:
    """The mail server answers like this."""
    with pytest.MonkeyPatch.context() as patch:

        def refuse(*_args: object, **_given: object) -> None:
            raise error

        patch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
        yield


def test_the_same_occasion_twice_is_one_message() -> None:
    one = a_posting()

    first, second = (
        actions.post(one, by=None, at=NINE),
        actions.post(one, by=None, at=NINE + timedelta(days=1)),
    )
    actions.send_waiting(at=NINE)
    actions.send_waiting(at=NINE)

    assert (first, jobs(), len(mail.outbox)) == (second, 1, 1)


def test_a_message_goes_to_its_address_in_its_language() -> None:
    to = Addressee(name="Олена Коваль", email="olena@example.org", language=Language.UKRAINIAN)

    message = a_message(addressee=to)
    gone = actions.send_waiting(at=NINE)

    (sent,) = mail.outbox
    assert (gone, how(message)) == (actions.outbox.Outbox(1, 0, 0), ("email", "sent", ""))
    assert (sent.to, sent.subject, sent.extra_headers["Content-Language"]) == (
        ["olena@example.org"],
        "Ми отримали Вашу заявку",
        "uk",
    )
    assert "Z-0001" in sent.body


def test_who_has_no_address_gets_a_letter() -> None:
    letter = a_letter()

    actions.send_waiting(at=NINE)

    assert (how(letter), jobs(), mail.outbox) == (("letter", "to_print", ""), 0, [])


def test_a_link_and_its_code_are_sent_and_not_kept() -> None:
    message = a_message(occasion=Occasion.DRAFT_LINK, values=LINK)

    actions.send_waiting(at=NINE)

    message.refresh_from_db()
    kept = queries.opened(message)
    assert LINK["link"] in mail.outbox[0].body
    assert LINK["code"] in mail.outbox[0].body
    assert kept is not None
    assert [word in kept.body for word in ("krtm", "4829", "••••")] == [False, False, True]


def test_an_address_that_nobody_knows_has_failed_at_once() -> None:
    message, other = a_message(), a_message()

    with answering(smtplib.SMTPRecipientsRefused({"anna@example.org": (550, b"no such user")})):
        outbox = actions.send_waiting(at=NINE)

    assert (outbox.failed, outbox.left, how(message), how(other)) == (
        2,
        0,
        ("email", "failed", "bad_address"),
        ("email", "failed", "bad_address"),
    )
    assert (message.answer, message.remedy.split(":")[0]) == (
        "550 no such user",
        "The mail server does not know this address",
    )


def test_while_the_server_is_away_all_wait_and_after_two_days_they_have_failed() -> None:
    message = a_message()

    with answering(smtplib.SMTPServerDisconnected("gone")):
        soon = actions.send_waiting(at=NINE + timedelta(hours=1))
        state_soon = how(message)
        late = actions.send_waiting(at=NINE + timedelta(days=3))

    assert (soon.left, state_soon) == (1, ("email", "waiting", ""))
    assert (late.left, how(message)) == (0, ("email", "failed", "server_away"))


def test_where_no_mail_server_is_named_nothing_is_lost(settings: Any) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = mailing.SMTP, ""
    message = a_message()

    outbox = actions.send_waiting(at=NINE)

    assert (outbox.left, how(message)) == (1, ("email", "waiting", ""))


def test_a_demo_writes_into_a_folder_and_sends_nothing(
    settings: Any, tmp_path: Path, municipality: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.MAIL_FOLDER = tmp_path
    monkeypatch.setattr(connection.tenant, "is_demo", True)  # type: ignore[attr-defined]
    a_message()

    actions.send_waiting(at=NINE)

    (kept,) = (tmp_path / municipality.schema_name).iterdir()
    assert (mail.outbox, "anna@example.org" in kept.read_text()) == ([], True)


def test_what_failed_goes_again_to_the_address_of_today() -> None:
    person, clerk = a_person(), a_user()
    message = a_message(person)
    with answering(smtplib.SMTPRecipientsRefused({"anna@example.org": (550, b"no")})):
        actions.send_waiting(at=NINE)
    Contact.objects.create(person=person, kind="email", value="anna.new@example.org")

    actions.send_again(message=message, by=clerk, at=NINE)
    actions.send_waiting(at=NINE)

    assert (mail.outbox[0].to, how(message)) == (["anna.new@example.org"], ("email", "sent", ""))
    with pytest.raises(NotFailed):
        actions.send_again(message=message, by=clerk, at=NINE)


def test_what_came_back_becomes_a_letter_and_is_printed_once() -> None:
    message, clerk = a_message(), a_user()
    actions.send_waiting(at=NINE)

    actions.came_back(message=message, by=clerk, at=NINE)
    returned = how(message)
    actions.make_letter(message=message, by=clerk, at=NINE)
    actions.mark_printed(message=message, by=clerk, at=NINE)
    actions.mark_printed(message=message, by=clerk, at=NINE + timedelta(days=1))

    assert (returned, how(message), message.settled_at) == (
        ("email", "failed", "returned"),
        (Way.LETTER, "printed", ""),
        NINE,
    )


def test_texts_go_on_their_day_and_what_happened_stays() -> None:
    message, clerk = a_message(keep_until=NINE.date()), a_user()
    day = NINE.date() + timedelta(days=1)

    gone = [actions.delete_old_texts(on=one, at=NINE) for one in (NINE.date(), day, day)]
    outbox = actions.send_waiting(at=NINE)

    assert (gone, outbox.failed, how(message)) == ([0, 1, 0], 1, ("email", "failed", "erased"))
    with pytest.raises(TextGone):
        actions.send_again(message=message, by=clerk, at=NINE)


def test_many_are_written_in_as_many_queries_as_one(django_assert_num_queries: Any) -> None:
    one = [a_posting()]
    many = [a_posting(edition=one[0].edition) for _ in range(5)]
    actions.post_all([a_posting(edition=one[0].edition)], by=None, at=NINE)

    with django_assert_num_queries(9):
        actions.post_all(one, by=None, at=NINE + timedelta(minutes=1))
    with django_assert_num_queries(9):
        actions.post_all(many, by=None, at=NINE + timedelta(minutes=2))
