"""Two tabs, and two people with one PESEL, at the same moment, each on a connection of its own."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from kladka.municipalities.tests.apart import HOST, all_at_once, apart, in_apart
from kladka.people.models import Person
from kladka.people.tests.builders import a_pesel
from kladka.portal.tests.applying import Resident, an_open_round
from kladka.recruitment.models import Application, Draft

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["apart"]  # a fixture that the tests below ask for by name
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march", "apart")]


def filled_in(*pesels: str) -> list[Resident]:
    """Everything is answered; nothing is sent yet."""
    edition = an_open_round().edition
    residents = [Resident(Client(SERVER_NAME=HOST)) for _ in pesels]
    for resident, pesel in zip(residents, pesels, strict=True):
        resident.answers["urodzenie"] = {**resident.answers["urodzenie"], "pesel": pesel}
        resident.begins(edition)
        resident.answers_all()
    return residents


def sent(resident: Resident) -> str:
    return str(resident.sends().headers["Location"])


def together(residents: list[Resident]) -> list[str]:
    works: list[Callable[[], Any]] = [partial(sent, one) for one in residents]
    return all_at_once(Draft.objects.all(), works)


def test_two_tabs_that_send_at_once_send_one_application() -> None:
    (resident,) = in_apart(partial(filled_in, ""))

    answers = together([resident, resident])

    assert answers == [resident.address("wyslane")] * 2
    assert in_apart(Application.objects.count) == 1


def test_two_applications_with_one_new_pesel_are_both_taken_and_one_is_to_be_checked() -> None:
    pesel = a_pesel(date(1980, 5, 17))
    residents = in_apart(partial(filled_in, pesel, pesel))

    answers = together(residents)

    assert answers == [one.address("wyslane") for one in residents]
    assert in_apart(lambda: sorted(Draft.objects.values_list("doubt", flat=True))) == ["", "applied"]
    assert in_apart(lambda: Person.objects.filter(pesel=pesel).count()) == 1
