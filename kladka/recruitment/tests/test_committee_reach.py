"""What a member of a committee reaches: the applications of the own rounds, by number, and nobody's file."""

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kladka.audit.models import Reading
from kladka.people.models import Person
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, an_edition
from kladka.recruitment.models import Application, Conflict
from kladka.recruitment.queries.seats import to_score_by
from kladka.recruitment.tests.builders import NOW, a_card, a_round, a_scheme, a_seat, an_application

if TYPE_CHECKING:
    from django.test import Client

    from kladka.recruitment.models import CommitteeMember

pytestmark = pytest.mark.django_db


def page(name: str, *args: object) -> str:
    return reverse(f"recruitment:{name}", args=args)


@pytest.fixture
def seat(municipality: object) -> "CommitteeMember":  # noqa: ARG001
    edition = an_edition()
    return a_seat(a_round(edition, scheme=a_scheme(edition)))


@pytest.fixture
def one(seat: "CommitteeMember") -> Application:
    spring = seat.committee.round
    return an_application(a_person("Agrestowa", "Halina"), edition=spring.edition, round=spring)


def read(client: "Client", address: str) -> str:
    answer = client.get(address)
    content = b"".join(answer) if answer.streaming else answer.content
    assert answer.status_code == 200, address
    return content.decode("utf-8", "replace")


def test_a_member_scores_numbers_and_meets_no_name(
    client: "Client", seat: "CommitteeMember", one: Application
) -> None:
    client.force_login(seat.user)
    spring = seat.committee.round
    pages = [
        page("applications"),
        page("round", spring.pk),
        page("application", one.pk),
        page("card", one.pk),
        page("decision", one.pk),
        page("meeting", spring.pk),
    ]

    shown = {address: read(client, address) for address in pages}

    assert {
        address for address, content in shown.items() if "Agrest" in content or "Halin" in content
    } == set()
    assert {address for address, content in shown.items() if one.number not in content} == {
        page("meeting", spring.pk)
    }


def test_the_name_is_told_where_a_member_asks_it_because_of_a_conflict_of_interest(
    client: "Client", seat: "CommitteeMember", one: Application
) -> None:
    client.force_login(seat.user)

    assert "Halina Agrestowa" in read(client, page("conflict", one.pk))

    assert list(Reading.objects.values_list("person", "what", "why")) == [
        (one.person.public_id, "recruitment.name", f"konflikt interesów, {one.number}")
    ]


def test_who_has_another_role_there_reads_names(
    client: "Client", seat: "CommitteeMember", one: Application
) -> None:
    a_role(seat.user, TeamRole.SOCIAL_WORKER, edition=one.edition)
    client.force_login(seat.user)

    assert "Agrestowa Halina" in read(client, page("round", seat.committee.round_id))
    assert "Agrestowa" in read(client, page("conflict", one.pk))
    assert not Reading.objects.exists()


@pytest.mark.parametrize(("words", "found"), [("Agrest", 0), ("Z-0001", 1), ("z-00", 1)])
def test_a_member_finds_by_number_and_not_by_name(
    client: "Client", seat: "CommitteeMember", one: Application, words: str, found: int
) -> None:
    client.force_login(seat.user)

    rows = client.get(page("applications"), {"q": words}).context["rows"]

    assert [row.application for row in rows] == [one][:found]


def test_nobodys_file_opens_to_a_member_of_a_committee(
    client: "Client", seat: "CommitteeMember", one: Application
) -> None:
    client.force_login(seat.user)
    file = reverse("desk:person", args=[one.person.public_id])

    assert (client.get(file).status_code, client.get(reverse("people:people")).status_code) == (404, 403)
    assert list(Person.objects.visible_to(seat.user)) == []
    assert "Agrest" not in read(client, f"{reverse('desk:search')}?q=agrest")


def test_today_says_what_waits_for_a_card(
    client: "Client", seat: "CommitteeMember", one: Application
) -> None:
    spring = seat.committee.round
    others = [an_application(edition=spring.edition, round=spring) for _ in range(3)]
    Conflict.objects.create(member=seat, application=others[0], declared_at=NOW)
    a_card(others[1], seat.user)
    client.force_login(seat.user)

    assert to_score_by(seat.user) == [(spring, 2)]
    assert "Oceń zgłoszenia: 2" in read(client, reverse("desk:today"))
    a_card(one, seat.user)
    a_card(others[2], seat.user)
    assert to_score_by(seat.user) == []
