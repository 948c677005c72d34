"""The pages of messages as the desk sees them."""

import smtplib
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from django.utils import translation

from kladka.audit.models import Reading
from kladka.messages.actions import send_waiting
from kladka.messages.models import AmendedWording, Message
from kladka.messages.tests.builders import NINE, a_letter, a_message
from kladka.messages.tests.test_outbox import answering
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user, an_edition

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(client: "Client", settings: Any) -> Edition:
    """Of a coordinator who is signed in."""
    settings.SECOND_FACTOR_NEEDED = False
    found, user = an_edition(), a_user()
    a_role(user, TeamRole.COORDINATOR, found)
    client.force_login(user)
    return found


def page(client: "Client", name: str, *args: object, **query: str) -> str:
    return client.get(reverse(name, args=args), query, headers={"accept-language": "en"}).content.decode()


def test_the_list_asks_as_often_for_many_as_for_one(
    client: "Client", edition: Edition, django_assert_num_queries: Any
) -> None:
    address = reverse("messages:messages")
    a_message(edition=edition)
    client.get(address)

    with django_assert_num_queries(10):
        client.get(address)
    for _ in range(4):
        a_message(edition=edition)
    with django_assert_num_queries(10):
        client.get(address)


def test_a_message_shows_its_text_and_the_reading_is_logged(client: "Client", edition: Edition) -> None:
    one = a_message(edition=edition)

    shown = page(client, "messages:message", one.pk)

    assert ("Z-0001" in shown, "anna@example.org" in shown) == (True, True)
    assert Reading.objects.filter(person=one.person.public_id).count() == 1  # type: ignore[union-attr]


def test_what_failed_says_what_to_do_and_becomes_a_letter(client: "Client", edition: Edition) -> None:
    one = a_message(edition=edition)
    with answering(smtplib.SMTPRecipientsRefused({"anna@example.org": (550, b"no such user")})):
        send_waiting(at=NINE)

    today = page(client, "desk:today")
    shown = page(client, "messages:message", one.pk)
    client.post(reverse("messages:as_letter", args=[one.pk]))

    one.refresh_from_db()
    with translation.override("pl"):
        remedy = Message.objects.get(pk=one.pk).get_trouble_display()
    assert (remedy, one.state, "550 no such user" in shown) == ("", "to_print", True)
    assert reverse("messages:message", args=[one.pk]) in today


def test_letters_are_one_file_and_wait_until_they_are_noted_as_posted(
    client: "Client", edition: Edition
) -> None:
    first = a_letter(edition=edition)

    file = client.get(reverse("desk:letters"), {"file": "pdf"})
    late = a_letter(edition=edition)
    client.post(reverse("desk:letters_printed"), {"last": str(first.pk)})

    states = list(Message.objects.order_by("pk").values_list("pk", "state"))
    assert (file.status_code, file.content[:5]) == (200, b"%PDF-")
    assert states == [(first.pk, "printed"), (late.pk, "to_print")]


def test_a_wording_that_is_refused_keeps_what_was_typed(client: "Client", edition: Edition) -> None:  # noqa: ARG001
    address = reverse("messages:wording") + "?occasion=received&language=pl"

    refused = client.post(address, {"subject": "Hello", "body": "no number here"})
    taken = client.post(address, {"subject": "Hello", "body": "Number {number}."})

    kept = AmendedWording.objects.values_list("occasion", "language", "subject", "body", "is_shipped")
    assert (refused.status_code, "no number here" in refused.content.decode()) == (422, True)
    assert (taken.status_code, list(kept)) == (302, [("received", "pl", "Hello", "Number {number}.", False)])


def test_a_number_that_is_none_changes_nothing(client: "Client", edition: Edition) -> None:
    letter = a_letter(edition=edition)

    client.post(reverse("desk:letters_printed"), {"last": "9" * 40 + "x"})

    letter.refresh_from_db()
    assert letter.state == "to_print"
