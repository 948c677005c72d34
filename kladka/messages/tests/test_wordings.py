from datetime import timedelta

import pytest

from kladka.messages.actions import amend_wording, return_to_shipped
from kladka.messages.choices import Occasion
from kladka.messages.errors import WordingRefused
from kladka.messages.queries import opened, wording_of
from kladka.messages.rules import Wording
from kladka.messages.shipped import shipped
from kladka.messages.tests.builders import NINE, a_message
from kladka.people.choices import Language
from kladka.programmes.tests.builders import a_programme, a_user

pytestmark = pytest.mark.django_db
OWN = Wording("We wrote to you", "Your number is {number}.")


def amend(wording: Wording = OWN) -> None:
    amend_wording(
        occasion=Occasion.RECEIVED,
        language=Language.POLISH,
        subject=wording.subject,
        body=wording.body,
        by=a_user(),
        at=NINE,
    )


def test_a_town_says_it_in_its_own_words_from_then_on() -> None:
    before = a_message()

    amend()

    after = a_message()
    texts = [opened(one) for one in (before, after)]
    assert (after.subject, after.wording is not None, before.wording) == ("We wrote to you", True, None)
    assert [one.body == "Your number is Z-0001." for one in texts if one] == [False, True]


def test_a_town_returns_to_the_words_that_ship() -> None:
    amend()

    return_to_shipped(
        occasion=Occasion.RECEIVED, language=Language.POLISH, by=a_user(), at=NINE + timedelta(days=1)
    )

    assert wording_of(Occasion.RECEIVED, "pl").wording == shipped("received", "pl")


def test_a_subject_that_names_a_programme_is_refused() -> None:
    a_programme(title="Bez barier")

    with pytest.raises(WordingRefused, match="Take “Bez barier” out of the subject"):
        amend(Wording("bez barier: we have it", "{number}"))
