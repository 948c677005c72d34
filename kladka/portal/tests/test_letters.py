"""What a resident who applies gets by e-mail."""

import pytest
from django.core import mail
from django.test import Client

from kladka.core import clock
from kladka.messages.actions import send_waiting
from kladka.messages.models import Message
from kladka.portal.letters import MOST_ADDRESSES
from kladka.portal.tests.applying import Resident, an_open_round
from kladka.recruitment import tickets
from kladka.recruitment.models import Application

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
REACHED = {"phone": "", "email": "zofia@example.org", "way": "email"}


@pytest.fixture
def resident(client: Client) -> Resident:
    one = Resident(client)
    one.answers["kontakt"] = REACHED
    return one


def test_the_way_back_goes_to_the_address_that_was_given_and_once(resident: Resident) -> None:
    resident.begins(an_open_round().edition)

    resident.says("kontakt")
    resident.says("kontakt")
    send_waiting(at=clock.now())

    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["zofia@example.org"], "Jak wrócić do zaczętego formularza")
    assert f"http://test.localhost/zapis/{resident.secret}/" in sent.body
    assert tickets.code_of(resident.secret) in sent.body


def test_who_gives_no_address_gets_no_message(client: Client) -> None:
    resident = Resident(client)
    resident.begins(an_open_round().edition)

    resident.answers_all()
    resident.sends()

    assert Message.objects.count() == 0


def test_nobodys_letter_box_is_filled_from_one_application(resident: Resident) -> None:
    resident.begins(an_open_round().edition)

    for number in range(MOST_ADDRESSES + 2):
        resident.says("kontakt", email=f"anna{number}@example.org")

    assert Message.objects.count() == MOST_ADDRESSES


def test_a_sent_application_is_confirmed_with_its_number_in_its_language(client: Client) -> None:
    olena = Resident(client, language="/uk")
    olena.answers["kontakt"] = REACHED
    olena.begins(an_open_round().edition)
    olena.answers_all()

    olena.sends()
    olena.sends()
    send_waiting(at=clock.now())

    number = Application.objects.get().number
    sent = [one for one in mail.outbox if number in one.body]
    assert [(one.to, one.subject) for one in sent] == [(["zofia@example.org"], "Ми отримали Вашу заявку")]
    assert "Ми відповімо до 17 березня 2026." in sent[0].body.replace("\N{NO-BREAK SPACE}", " ")
