"""Results for the public: numbers and lists, no name, no breakdown of a small group."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kladka.people.choices import Sex
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import Relation
from kladka.programmes.models import DatedRate
from kladka.programmes.tests.builders import an_edition
from kladka.recruitment import actions
from kladka.recruitment.models import Protocol
from kladka.recruitment.queries.published import SETTING, results_of
from kladka.recruitment.tests.builders import (
    NOW,
    a_card,
    a_meeting,
    a_round,
    a_scheme,
    a_seat,
    an_application,
)

if TYPE_CHECKING:
    from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("municipality")]
DAY = date(2026, 3, 10)


@pytest.fixture
def protocol(municipality: object) -> Protocol:  # noqa: ARG001
    """Three men and two women on the main list, one woman in reserve, one whose papers are missing."""
    edition = an_edition()
    spring = a_round(edition, scheme=a_scheme(edition), limit=5, limit_relation=Relation.EXACTLY, reserve=1)
    seat = a_seat(spring)
    for number in range(6):
        sex = Sex.MAN if number < 3 else Sex.WOMAN
        one = an_application(a_person("Agrest", sex=sex), edition=edition, round=spring)
        a_card(one, seat.user, *(["food"] if number < 5 else []))
    an_application(edition=edition, round=spring, is_complete=False)
    return actions.seal_protocol(round=spring, meeting=a_meeting(seat), by=seat.user, at=NOW)


def test_nothing_is_public_before_it_is_published(client: "Client", protocol: Protocol) -> None:
    programme = protocol.round.edition.programme

    page = client.get(reverse("portal:results", args=[programme.key])).content.decode()

    assert results_of(programme, on=DAY) == []
    assert "Z-0001" not in page


def test_numbers_are_published_and_no_names(client: "Client", protocol: Protocol) -> None:
    programme = protocol.round.edition.programme
    actions.publish_results(protocol=protocol, by=protocol.sealed_by, at=NOW)

    page = client.get(reverse("portal:results", args=[programme.key])).content.decode()
    (found,) = results_of(programme, on=DAY)

    assert (len(found.main), found.reserve, found.not_qualified) == (5, ("Z-0006",), ("Z-0007",))
    assert (found.women, found.men) == (None, None)  # fewer than 5
    assert ("Z-0006" in page, "Agrest" in page, "Zbierz" in page) == (True, False, False)


@pytest.mark.parametrize(("smallest", "broken_down"), [(Decimal(2), (2, 3)), (Decimal(3), (None, None))])
def test_a_group_below_the_dated_setting_is_not_broken_down(
    protocol: Protocol, smallest: Decimal, broken_down: tuple[int | None, int | None]
) -> None:
    programme = protocol.round.edition.programme
    DatedRate.objects.create(programme=programme, key="smallest", name=SETTING, value=smallest)
    actions.publish_results(protocol=protocol, by=protocol.sealed_by, at=NOW)

    (found,) = results_of(programme, on=DAY)

    assert (found.women, found.men) == broken_down


def test_a_later_protocol_stays_hidden_until_it_is_published(protocol: Protocol) -> None:
    actions.publish_results(protocol=protocol, by=protocol.sealed_by, at=NOW)
    member = protocol.present.get()
    later = actions.seal_protocol(
        round=protocol.round, meeting=a_meeting(member, objections="x"), by=member.user, at=NOW
    )
    programme = protocol.round.edition.programme

    before = [one.published_on for one in results_of(programme, on=DAY)]
    actions.publish_results(protocol=later, by=member.user, at=NOW)

    assert (len(before), len(results_of(programme, on=DAY))) == (1, 1)
