"""The queue as a board: what stands in which column, and what "Move to …" does, asks and refuses."""

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse

from kladka.core.clock import today
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import Relation, TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition
from kladka.recruitment import actions, queue
from kladka.recruitment.choices import Outcome
from kladka.recruitment.lists import Asked
from kladka.recruitment.models import Application, Decision, MissingThing, Round
from kladka.recruitment.tests.builders import NOW, a_card, a_round, a_scheme, a_seat, an_application

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from kladka.accounts.models import User

pytestmark = pytest.mark.django_db
DAY = today().isoformat()


@pytest.fixture
def spring(municipality: object) -> Round:  # noqa: ARG001
    edition = an_edition()
    return a_round(edition, scheme=a_scheme(edition), limit=1, limit_relation=Relation.EXACTLY)


@pytest.fixture
def worker(spring: Round, client: "Client") -> "User":
    user = a_user()
    a_role(user, TeamRole.SOCIAL_WORKER, edition=spring.edition)
    client.force_login(user)
    return user


def applied(spring: Round, **given: Any) -> Application:
    return an_application(a_person(), edition=spring.edition, round=spring, **given)


def decided(one: Application, outcome: Outcome) -> None:
    actions.decide(
        application=one, outcome=outcome, decided_on=NOW.date(), reason="no place", by=a_user(), at=NOW
    )


def moved(client: "Client", one: Application, to: str, **said: str) -> Any:
    address = f"{reverse('recruitment:move', args=[one.pk])}?to={to}"
    return client.post(address, said) if said else client.get(address)


def standing(user: "User") -> dict[str, list[str]]:
    found = queue.columns(Asked(), user=user, on=today())
    return {one.state: [row.application.number for row in one.rows] for one in found if one.found}


def test_each_application_stands_in_the_column_of_what_comes_next(spring: Round, worker: "User") -> None:
    incomplete, unscored, scored = applied(spring, is_complete=False), applied(spring), applied(spring)
    a_card(scored, worker)
    plain = an_application(edition=spring.edition)
    lists = {outcome: an_application(edition=spring.edition) for outcome in Outcome}
    for outcome, one in lists.items():
        decided(one, outcome)
    actions.withdraw(application=applied(spring), on=NOW.date(), by=worker, at=NOW)
    an_application()  # of an edition of others

    assert standing(worker) == {
        "incomplete": [incomplete.number],
        "to_score": [unscored.number],
        "ready": [scored.number, plain.number],
        "qualified": [lists[Outcome.QUALIFIED].number],
        "reserve": [lists[Outcome.RESERVE].number],
        "not_qualified": [lists[Outcome.NOT_QUALIFIED].number],
    }


def test_a_card_moves_through_the_real_steps(client: "Client", spring: Round, worker: "User") -> None:
    one = applied(spring, is_complete=False)

    unsaid = moved(client, one, "to_score", other="")
    moved(client, one, "to_score", is_complete="on")
    to_card = moved(client, one, "ready")
    a_card(one, worker)
    moved(client, one, "incomplete", what="podpis", brings="applicant", due_on=DAY)
    moved(client, one, "to_score", is_complete="on")
    done = moved(client, one, "qualified", decided_on=DAY)

    assert (unsaid.status_code, to_card.headers["Location"]) == (
        422,
        reverse("recruitment:card", args=[one.pk]),
    )
    assert done.headers["Location"] == f"{reverse('recruitment:queue')}?edition={one.edition_id}"
    assert MissingThing.objects.get().brought_on == today()
    assert Decision.objects.get().outcome == Outcome.QUALIFIED
    assert "do rozstrzygnięcia" not in client.get(done.headers["Location"]).content.decode()


@pytest.mark.usefixtures("worker")
def test_a_move_that_is_impossible_says_why(client: "Client", spring: Round) -> None:
    taken, one, incomplete = applied(spring), applied(spring), applied(spring, is_complete=False)
    plain = an_application(edition=spring.edition)
    decided(taken, Outcome.QUALIFIED)

    asked = [
        (one, "qualified"),
        (incomplete, "qualified"),
        (incomplete, "ready"),
        (plain, "to_score"),
        (taken, "to_score"),
        (one, "to_score"),
    ]

    assert [moved(client, each, to).context["why"] for each, to in asked] == [
        ["Jedyne miejsce jest zajęte: wpisz osobę na listę rezerwową."],
        [
            "Zbierz brakujące dokumenty i zaznacz, że komplet jest podpisany.",
            "Jedyne miejsce jest zajęte: wpisz osobę na listę rezerwową.",
        ],
        ["Najpierw potwierdź komplet dokumentów: przenieś zgłoszenie do oceny."],
        ["Tu niczego się nie ocenia: nabór nie ma karty oceny. Przenieś zgłoszenie do rozstrzygnięcia."],
        [
            "To zgłoszenie jest rozstrzygnięte. Można je przenieść na inną listę; wcześniejsza decyzja zostanie w historii."
        ],
        ["To zgłoszenie już tam jest."],
    ]
    assert moved(client, one, "nowhere").status_code == 404


@pytest.mark.usefixtures("worker")
def test_a_refused_move_loses_nothing(client: "Client", spring: Round) -> None:
    one = applied(spring)

    answer = moved(client, one, "not_qualified", decided_on="2020-01-01", reason="mieszka gdzie indziej")

    assert (answer.status_code, answer.context["form"]["reason"].value()) == (422, "mieszka gdzie indziej")
    assert answer.context["form"].non_field_errors() == ["Popraw datę decyzji: zgłoszenie wpłynęło później."]
    assert not Decision.objects.exists()


def test_a_committee_sees_numbers_on_its_board_and_neither_completes_nor_withdraws(
    client: "Client", spring: Round
) -> None:
    seat = a_seat(spring)
    one, _ = an_application(a_person("Agrest"), edition=spring.edition, round=spring), an_application()
    client.force_login(seat.user)

    shown = client.get(reverse("recruitment:queue")).content.decode()

    assert (one.number in shown, "Agrest" in shown) == (True, False)
    assert standing(seat.user) == {"to_score": [one.number]}
    assert [moved(client, one, to).status_code for to in ("ready", "incomplete", "withdrawn")] == [
        302,
        403,
        403,
    ]


@pytest.mark.usefixtures("worker")
def test_the_board_asks_as_often_for_one_as_for_many_and_shows_the_first(
    client: "Client", spring: Round, django_assert_num_queries: "DjangoAssertNumQueries"
) -> None:
    board = reverse("recruitment:queue")
    first = applied(spring, is_complete=False)
    client.get(board)
    with django_assert_num_queries(15) as one:
        client.get(board)
    for _ in range(queue.ON_TOP + 2):
        applied(spring, is_complete=False)
    with django_assert_num_queries(len(one)):
        column = client.get(board).context["columns"][0]

    assert (column.found, len(column.rows), column.more) == (queue.ON_TOP + 3, queue.ON_TOP, 3)
    assert column.rows[0].application == first
    assert "?state=incomplete" in client.get(board).content.decode()
