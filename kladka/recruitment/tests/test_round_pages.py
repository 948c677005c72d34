"""The pages of a round: from what waits to the protocol and the reserve. In Polish, as people see them."""

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from kladka.audit.models import Reading
from kladka.people.choices import Sex
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import Relation, TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition
from kladka.recruitment import actions
from kladka.recruitment.choices import Way
from kladka.recruitment.models import (
    Application,
    Card,
    Committee,
    Conflict,
    Criterion,
    Decision,
    Protocol,
    Round,
    Ruling,
    Signature,
)
from kladka.recruitment.tests.builders import (
    NOW,
    a_card,
    a_level,
    a_meeting,
    a_round,
    a_scheme,
    a_seat,
    an_application,
)

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from kladka.accounts.models import User

pytestmark = pytest.mark.django_db
DAY = NOW.date().isoformat()


@pytest.fixture
def spring(municipality: object) -> Round:  # noqa: ARG001
    edition = an_edition()
    exact = {"limit": 1, "limit_relation": Relation.EXACTLY, "reserve": 1}
    return a_round(edition, scheme=a_scheme(edition), **exact)


@pytest.fixture
def worker(spring: Round, client: "Client") -> "User":
    user = a_user()
    a_role(user, TeamRole.SOCIAL_WORKER, edition=spring.edition)
    client.force_login(user)
    return user


def page(name: str, *args: object) -> str:
    return reverse(f"recruitment:{name}", args=args)


def applied(spring: Round, last_name: str = "Nowak", sex: str = Sex.WOMAN) -> Application:
    return an_application(a_person(last_name, sex=sex), edition=spring.edition, round=spring)


def card_of(spring: Round, *met: str) -> dict[str, Any]:
    """What a browser sends."""
    rows = {one.title: one.pk for one in Criterion.objects.filter(scheme=spring.scheme)}
    sent: dict[str, Any] = {f"said-{rows[title]}": "on" for title in met}
    return {**sent, f"said-{rows['exclusion']}": "", f"evidence-{rows['food']}": ""}


@pytest.mark.usefixtures("worker")
def test_a_round_goes_from_the_card_to_the_protocol(client: "Client", spring: Round, worker: "User") -> None:
    one, other = applied(spring, "Agrest"), applied(spring, "Brzoza", Sex.MAN)
    client.post(
        page("committee", spring.pk), {"appointed_on": DAY, "quorum": "1", f"seat-{worker.pk}": "chair"}
    )

    said = card_of(spring, "adult")
    level = a_level(spring.scheme, "three")
    client.post(page("card", one.pk), {**said, f"said-{level.criterion_id}": str(level.pk)})
    client.post(page("card", other.pk), said)
    shown = client.get(page("round", spring.pk)).context["board"]
    seat = Committee.objects.get().members.get()
    meeting = {"held_on": DAY, "held_time": "10:00", "place": "sala 3", "present": [str(seat.pk)]}
    sealed = client.post(page("meeting", spring.pk), meeting)

    protocol = Protocol.objects.get()
    assert [(row.application, row.position, row.points) for row in shown.rows] == [
        (one, 1, 10),
        (other, 2, 0),
    ]
    assert (shown.applied.women, shown.applied.men, shown.with_place.women, shown.with_place.men) == (
        1,
        1,
        1,
        0,
    )
    assert sealed.headers["Location"] == page("protocol", protocol.pk)
    decided = Decision.objects.in_force().values_list("application__person__last_name", "outcome")
    assert sorted(decided) == [("Agrest", "qualified"), ("Brzoza", "reserve")]
    client.post(page("sign", protocol.pk, seat.pk))
    client.post(page("publish", protocol.pk))
    assert list(Signature.objects.values_list("way", flat=True)) == ["by_name"]
    assert "Agrest" not in client.get(page("protocol", protocol.pk)).content.decode()
    assert client.get(page("protocol_file", protocol.pk)).headers["Content-Type"] == "application/json"


@pytest.mark.usefixtures("worker")
def test_a_card_without_its_evidence_comes_back_full(client: "Client", spring: Round) -> None:
    one = applied(spring)

    answer = client.post(
        page("card", one.pk), {**card_of(spring, "adult", "food"), "remarks": "dobra rozmowa"}
    )

    form = answer.context["form"]
    food = Criterion.objects.get(title="food")
    assert (answer.status_code, form.non_field_errors()) == (422, ["Wpisz, jaki dokument potwierdza „food”."])
    assert (form["remarks"].value(), form[f"said-{food.pk}"].value()) == ("dobra rozmowa", True)
    assert not Card.objects.exists()


@pytest.mark.usefixtures("worker")
def test_a_card_shows_what_was_said_before(client: "Client", spring: Round) -> None:
    one = applied(spring)
    a_card(one, a_user(), "food", level="two")

    form = client.get(page("card", one.pk)).context["form"]

    assert list(Reading.objects.values_list("person", "what", "why")) == [
        (one.person.public_id, "recruitment.card", f"A-03, {one.number}")
    ]
    shown = {name: form[name].value() for name in form.fields if form[name].value()}
    food, adult = Criterion.objects.get(title="food"), Criterion.objects.get(title="adult")
    level = a_level(spring.scheme, "two")
    assert shown == {
        f"said-{food.pk}": True,
        f"said-{adult.pk}": True,
        f"evidence-{food.pk}": "certificate",
        f"said-{level.criterion_id}": str(level.pk),
    }


@pytest.mark.usefixtures("worker")
def test_a_meeting_without_everybody_scored_is_refused_and_keeps_what_was_typed(
    client: "Client", spring: Round, worker: "User"
) -> None:
    one = applied(spring)
    seat = a_seat(spring, worker)

    answer = client.post(
        page("meeting", spring.pk),
        {"held_on": DAY, "held_time": "10:00", "place": "sala 3", "present": [str(seat.pk)]},
    )

    form = answer.context["form"]
    assert (answer.status_code, form.non_field_errors(), form["place"].value()) == (
        422,
        [f"Najpierw oceń zgłoszenia: {one.number}."],
        "sala 3",
    )


@pytest.mark.usefixtures("worker")
def test_equal_ones_get_their_order_on_a_page(client: "Client", spring: Round, worker: "User") -> None:
    a_seat(spring, worker)
    one, two = applied(spring), applied(spring)
    for each in (one, two):
        a_card(each, worker)

    twice = {f"place-{one.pk}": "1", f"place-{two.pk}": "1", "how": "głosowanie"}
    refused = client.post(page("equals", spring.pk), twice)
    client.post(page("equals", spring.pk), {**twice, f"place-{one.pk}": "2"})

    assert (refused.status_code, refused.context["form"].non_field_errors()) == (
        422,
        ["Nadaj każdemu zgłoszeniu inną kolejność."],
    )
    assert list(Ruling.objects.order_by("place").values_list("application", "how")) == [
        (two.pk, "głosowanie"),
        (one.pk, "głosowanie"),
    ]


@pytest.mark.usefixtures("worker")
def test_a_lot_is_drawn_with_a_button(client: "Client", spring: Round) -> None:
    spring.way = Way.LOTTERY
    spring.save()
    applied(spring)

    client.post(page("draw", spring.pk))
    again = client.post(page("draw", spring.pk), follow=True)

    assert spring.draw.seed
    assert "losuje się tylko raz" in again.content.decode()


@pytest.mark.usefixtures("worker")
def test_the_reserve_is_asked_and_answers(client: "Client", spring: Round, worker: "User") -> None:
    seat = a_seat(spring, worker)
    first, second = applied(spring), applied(spring)
    a_card(first, worker, "food")
    a_card(second, worker)
    actions.seal_protocol(round=spring, meeting=a_meeting(seat), by=worker, at=NOW)

    client.post(page("vacancy", first.pk), {"vacated_on": DAY})
    client.post(page("offer", spring.pk))
    asked = second.promotions.get()
    refused = client.post(page("place_answer", second.pk, asked.pk), {"answered_on": DAY})
    client.post(
        page("place_answer", second.pk, asked.pk),
        {"answer": "accepted", "answered_on": asked.asked_on.isoformat()},
    )

    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["answer"])
    assert second.decisions.in_force().get().outcome == "qualified"
    assert client.get(page("reserve", spring.pk)).context["left"] == 0


@pytest.mark.usefixtures("worker")
def test_an_appeal_is_entered_and_decided(client: "Client", spring: Round, worker: "User") -> None:
    one = applied(spring)
    given: Any = {"outcome": "reserve", "decided_on": date(2026, 3, 9), "by": worker, "at": NOW}
    actions.decide(application=one, **given)

    client.post(page("appeal", one.pk), {"received_on": DAY, "words": "proszę o ponowną ocenę"})
    appeal = one.appeals.get()
    client.post(
        page("appeal_decision", one.pk, appeal.pk),
        {"result": "dismissed", "decided_on": DAY, "reason": "punkty są dobre"},
    )

    appeal.refresh_from_db()
    assert (appeal.words, appeal.result) == ("proszę o ponowną ocenę", "dismissed")
    assert "oddalone" in client.get(page("application", one.pk)).content.decode()


def test_a_committee_sees_its_round_and_no_other(client: "Client", spring: Round) -> None:
    seat, other = a_seat(spring), a_round(spring.edition)
    client.force_login(seat.user)

    asked = [page("round", spring.pk), page("round", other.pk), page("reserve", spring.pk)]

    assert [client.get(each).status_code for each in asked] == [200, 404, 403]
    assert [row.pk for row in client.get(page("rounds")).context["page"]] == [spring.pk]


def test_who_has_a_conflict_of_interest_sees_a_number_and_nothing_else(
    client: "Client", spring: Round
) -> None:
    seat, one = a_seat(spring), applied(spring, "Agrest")
    client.force_login(seat.user)

    client.post(page("conflict", one.pk))

    shown = client.get(page("round", spring.pk)).content.decode()
    assert Conflict.objects.filter(member=seat, application=one).exists()
    assert (one.number in shown, "Agrest" in shown) == (True, False)
    assert client.get(page("card", one.pk)).status_code == 404


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize(
    "query", [{"sort": "?"}, {"waits": "?"}, {"page": "x"}, {"sort": "-points"}, {"waits": "score"}]
)
def test_a_question_that_nobody_knows_breaks_nothing(
    client: "Client", spring: Round, query: dict[str, str]
) -> None:
    applied(spring)

    assert client.get(page("round", spring.pk), query).status_code == 200


@pytest.mark.usefixtures("worker")
def test_the_round_asks_as_often_for_one_as_for_many(
    client: "Client", spring: Round, django_assert_num_queries: "DjangoAssertNumQueries"
) -> None:
    a_card(applied(spring), a_user())
    client.get(page("round", spring.pk))
    with django_assert_num_queries(26) as one:
        client.get(page("round", spring.pk))
    for number in range(12):
        a_card(applied(spring, f"Agrest{'abcdefghijkl'[number]}"), a_user())
    with django_assert_num_queries(len(one)):
        client.get(page("round", spring.pk))
