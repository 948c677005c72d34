"""When applications are taken, who is kept out, and what is deleted."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from kladka.audit.models import Entry
from kladka.core import clock
from kladka.portal.tests.applying import TODAY, Resident, an_open_round, looked_at
from kladka.programmes.models import Offer, Programme
from kladka.programmes.tests.builders import a_programme, a_user, an_edition, an_offer
from kladka.recruitment import jobs, knocks
from kladka.recruitment.choices import Knock, Outcome, Way
from kladka.recruitment.enrolment import enrolment_of
from kladka.recruitment.models import Application, Decision, Draft, KnockCount, Round
from kladka.recruitment.tests.builders import an_application

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


@pytest.fixture
def resident(client: Client) -> Resident:
    return Resident(client, language="/en")


def decided(spring: Round, *outcomes: Outcome, offer: Offer | None = None) -> None:
    for outcome in outcomes:
        one = an_application(edition=spring.edition, round=spring, offer=offer)
        Decision.objects.create(
            application=one,
            outcome=outcome,
            decided_on=TODAY,
            decided_by=a_user(),
            reason="",
            recorded_at=one.received_at,
        )


def ahead() -> Round:
    return an_open_round(opens=date(2026, 4, 7), closes=None)


def closed() -> Round:
    return an_open_round(closes=date(2026, 3, 6))


def full() -> Round:
    spring = an_open_round(limit=1, reserve=1)
    decided(spring, Outcome.QUALIFIED, Outcome.RESERVE)
    return spring


def full_in_total() -> Round:
    """The first round has given all that both may give."""
    edition = an_edition(programme=a_programme(key="kladka"))
    club = an_offer(edition)
    first, second = (an_open_round(edition=edition, limit=5, total=1, reserve=0) for _ in range(2))
    for one in (first, second):
        one.offers.add(club)
    decided(first, Outcome.QUALIFIED)
    return second


def full_offer() -> Round:
    spring = an_open_round(reserve=0)
    club = an_offer(spring.edition, limit=1)
    spring.offers.add(club)
    decided(spring, Outcome.QUALIFIED, offer=club)
    return spring


def silent() -> Round:
    return an_open_round(opens=None, closes=None)


def ended() -> Round:
    edition = an_edition(
        programme=a_programme(key="kladka"), starts=date(2018, 1, 1), ends=date(2019, 12, 31)
    )
    return an_open_round(edition=edition, opens=date(2018, 2, 1), closes=None)


@pytest.mark.parametrize(
    ("given", "state", "sentence"),
    [
        (
            ahead,
            "ahead",
            "Applications are taken from 7 April 2026 (Tuesday). Come back on that day, or call us",
        ),
        (closed, "closed", "Applications were taken until 6 March 2026 (Friday)."),
        (full, "full", "All places and the waiting list are full. Call us"),
        (full_in_total, "full", "All places and the waiting list are full. Call us"),
        (full_offer, "full", "All places and the waiting list are full. Call us"),
        (silent, "none", "Call us or come to the office"),
        (ended, "none", "Call us or come to the office"),
    ],
)
def test_where_nothing_is_taken_the_page_says_why_and_what_to_do(
    resident: Resident, given: Callable[[], Round], state: str, sentence: str
) -> None:
    edition = given().edition
    page = resident.client.get(f"/en/programy/{edition.programme.key}/zapis/").content.decode()

    refused = resident.begins(edition)

    assert enrolment_of(edition.programme, on=TODAY).state == state
    assert sentence in " ".join(page.replace("\xa0", " ").split())
    assert (refused.status_code, Draft.objects.count(), "<form method" in page) == (200, 0, False)


def test_when_all_places_are_taken_one_signs_up_for_the_waiting_list_and_learns_the_place_in_it(
    resident: Resident,
) -> None:
    spring = an_open_round(limit=1, way=Way.ORDER)
    decided(spring, Outcome.QUALIFIED, Outcome.RESERVE)
    resident.begins(spring.edition)
    resident.answers_all()

    resident.sends()

    assert "Your place on the waiting list: 2." in resident.opens("wyslane").content.decode()


def test_the_state_asks_the_database_as_much_for_one_round_as_for_many(
    django_assert_num_queries: Any,
) -> None:
    programme = Programme.objects.get(pk=an_open_round().edition.programme_id)
    with django_assert_num_queries(3):
        enrolment_of(programme, on=TODAY)
    for _ in range(5):
        decided(an_open_round(edition=programme.editions.get(), limit=3), Outcome.QUALIFIED)

    with django_assert_num_queries(3):
        found = enrolment_of(programme, on=TODAY)

    assert len(found.openings) == 6


def test_a_round_that_closes_meanwhile_takes_nothing_and_the_answers_stay(resident: Resident) -> None:
    spring = an_open_round()
    resident.begins(spring.edition)
    resident.answers_all()
    Round.objects.filter(pk=spring.pk).update(closes=TODAY - timedelta(days=1))

    answer = resident.sends()

    page = answer.content.decode()
    assert (answer.status_code, Application.objects.count()) == (422, 0)
    assert "Applications are not taken at the moment. Your answers are kept; call us." in page
    assert "Ćwikłowa" in page


def test_a_hidden_programme_takes_no_applications(client: Client) -> None:
    hidden = an_open_round(edition=an_edition(programme=a_programme(key="hidden", is_public=False)))

    assert client.get(f"/programy/{hidden.edition.programme.key}/zapis/").status_code == 404


@pytest.mark.parametrize(
    "given",
    [
        lambda: {"website": "https://spam.example"},
        lambda: {"since": looked_at(0.5)},
        lambda: {"since": looked_at(13 * 60 * 60)},
        lambda: {"since": "made up"},
        lambda: {"since": ""},
    ],
)
def test_a_robot_is_asked_to_press_again_and_begins_nothing(
    resident: Resident, given: Callable[[], dict[str, str]]
) -> None:
    answer = resident.begins(an_open_round().edition, **given())

    assert (answer.status_code, Draft.objects.count()) == (422, 0)
    assert "Press the button once more." in answer.content.decode()


def test_who_was_only_quick_may_press_again_at_once(resident: Resident) -> None:
    edition, since = an_open_round().edition, looked_at(0.5)

    answer = resident.begins(edition, since=since)

    assert f'value="{since}"' in answer.content.decode()


def test_one_address_begins_only_so_many_an_hour(resident: Resident, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(knocks.MOST, Knock.START, (2, 100))
    edition = an_open_round().edition

    answers = [resident.begins(edition).status_code for _ in range(3)]
    other = Resident(Client(SERVER_NAME="test.localhost", REMOTE_ADDR="10.0.0.9"))

    assert (answers, other.begins(edition).status_code) == ([302, 302, 429], 302)


def test_a_municipality_takes_only_so_many_an_hour_from_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(knocks.MOST, Knock.START, (100, 2))
    edition = an_open_round().edition

    answers = [
        Resident(Client(SERVER_NAME="test.localhost", REMOTE_ADDR=f"10.0.0.{number}")).begins(edition)
        for number in range(3)
    ]

    assert [one.status_code for one in answers] == [302, 302, 429]


def test_too_many_sent_keeps_the_answers(resident: Resident, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(knocks.MOST, Knock.SEND, (0, 100))
    resident.begins(an_open_round().edition)
    resident.answers_all()

    answer = resident.sends()

    assert (answer.status_code, Application.objects.count()) == (429, 0)
    assert "Ćwikłowa" in answer.content.decode()


def test_no_address_of_anybody_is_kept(resident: Resident) -> None:
    resident.begins(an_open_round().edition)

    with connection.cursor() as cursor:
        cursor.execute("SELECT source FROM recruitment_knockcount ORDER BY source")
        sources = [source for (source,) in cursor.fetchall()]

    assert (len(sources), "everybody" in sources, any("127.0.0.1" in one for one in sources)) == (
        2,
        True,
        False,
    )


def test_drafts_that_nobody_sent_are_deleted_after_the_promised_day(resident: Resident) -> None:
    edition = an_open_round().edition
    for _ in range(3):
        resident.begins(edition)
        resident.answers_all()
    resident.sends()
    first, second, sent = Draft.objects.order_by("pk")
    Draft.objects.filter(pk__in=[first.pk, sent.pk]).update(keep_until=TODAY - timedelta(days=1))
    Draft.objects.filter(pk=second.pk).update(keep_until=TODAY)
    KnockCount.objects.update(hour=clock.now() - timedelta(days=3))

    deleted = [jobs.delete_outdated_drafts(schema="test") for _ in range(2)]

    assert (deleted, set(Draft.objects.all())) == ([1, 0], {second, sent})
    trail = Entry.objects.filter(verb="recruitment.draft_deleted").values_list("subject_id", "sealed")
    assert (list(trail), KnockCount.objects.count()) == ([(str(first.pk), None)], 0)
