from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kladka.people.models import Person
from kladka.people.tests.builders import a_person, a_pesel, an_involvement
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_programme, a_role, a_user, an_edition
from kladka.recruitment.models import Application, Conflict, Decision
from kladka.recruitment.tests.builders import (
    NOW,
    a_card,
    a_ground,
    a_round,
    a_scheme,
    a_seat,
    an_application,
)

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from kladka.accounts.models import User
    from kladka.programmes.models import Edition

pytestmark = pytest.mark.django_db
LIST = "/desk/recruitment/"


@pytest.fixture
def edition(municipality: object) -> "Edition":  # noqa: ARG001
    return an_edition(programme=a_programme(title="Kładka nad Rawą"))


@pytest.fixture
def worker(edition: "Edition", client: "Client") -> "User":
    user = a_user()
    a_role(user, TeamRole.SOCIAL_WORKER, edition=edition)
    client.force_login(user)
    return user


def written(**given: object) -> dict[str, object]:
    named = {
        "last_name": "Łąkowa",
        "first_name": "Ewa",
        "pesel": a_pesel(),
        "citizenship": "polish",
        "language": "pl",
    }
    return {**named, "received_on": "2026-03-02", "received_time": "09:30", "channel": "in_person", **given}


def page(name: str, *args: object) -> str:
    return reverse(f"recruitment:{name}", args=args)


@pytest.mark.usefixtures("worker")
def test_an_application_goes_from_the_form_to_the_main_list(client: "Client", edition: "Edition") -> None:
    ground = a_ground(edition)
    client.post(page("enter_application", edition.pk), written(grounds=[ground.pk]))
    one = Application.objects.get()

    client.post(page("proof", one.pk, one.grounds.get().pk), {"evidence": "zaświadczenie"})
    client.post(page("complete", one.pk))
    decided = client.post(page("decision", one.pk), {"outcome": "qualified", "decided_on": "2026-03-03"})

    assert (decided.status_code, decided.headers["Location"]) == (302, page("application", one.pk))
    assert list(Decision.objects.values_list("outcome", "decided_on")) == [("qualified", date(2026, 3, 3))]
    assert "zaświadczenie" in client.get(page("application", one.pk)).content.decode()


@pytest.mark.usefixtures("worker")
def test_a_pesel_already_in_the_edition_is_refused_and_the_form_comes_back_full(
    client: "Client", edition: "Edition"
) -> None:
    ana = an_application(a_person("Łąkowa"), edition=edition).person

    answer = client.post(page("enter_application", edition.pk), written(pesel=ana.pesel))

    form = answer.context["form"]
    assert (answer.status_code, form.non_field_errors(), form["first_name"].value()) == (
        422,
        ["Ta osoba już się tu zgłosiła: otwórz zgłoszenie Z-0001, zamiast wpisywać drugie."],
        "Ewa",
    )
    assert (Application.objects.count(), Person.objects.count()) == (1, 1)


@pytest.mark.usefixtures("worker")
def test_somebody_of_the_close_environment_names_the_participant(
    client: "Client", edition: "Edition"
) -> None:
    ana = an_application(a_person("Łąkowa"), edition=edition).person

    refused = client.post(page("enter_application", edition.pk), written(other="Nikogo"))
    client.post(page("enter_application", edition.pk), written(other=ana.pesel))

    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["other"])
    assert list(Application.objects.exclude(person=ana).values_list("related_to", flat=True)) == [ana.pk]


@pytest.mark.usefixtures("worker")
def test_a_decision_says_what_is_missing(client: "Client", edition: "Edition") -> None:
    one = an_application(edition=edition, is_complete=False)

    answer = client.post(page("decision", one.pk), {"outcome": "qualified", "decided_on": "2026-03-03"})

    assert (answer.status_code, answer.context["form"].non_field_errors()) == (
        422,
        ["Zbierz brakujące dokumenty i zaznacz, że komplet jest podpisany."],
    )


@pytest.mark.usefixtures("worker")
def test_a_withdrawn_application_waits_no_more(client: "Client", edition: "Edition") -> None:
    one = an_application(edition=edition)

    client.post(page("withdrawal", one.pk), {"withdrawn_on": "2026-03-04"})

    shown = {
        state: len(client.get(LIST, {"state": state}).context["rows"]) for state in ("waiting", "withdrawn")
    }
    assert shown == {"waiting": 0, "withdrawn": 1}


@pytest.mark.usefixtures("worker")
def test_what_waits_for_the_team_is_found_by_what_it_waits_for(client: "Client", edition: "Edition") -> None:
    spring = a_round(edition, scheme=a_scheme(edition))
    scored, to_score = (an_application(edition=edition, round=spring) for _ in range(2))
    incomplete = an_application(edition=edition, round=spring, is_complete=False)
    a_card(scored, a_user())

    found = {
        state: {row.application for row in client.get(LIST, {"state": state}).context["rows"]}
        for state in ("waiting", "incomplete", "to_score")
    }

    assert found == {
        "waiting": {scored, to_score, incomplete},
        "incomplete": {incomplete},
        "to_score": {to_score},
    }


@pytest.mark.usefixtures("worker")
@pytest.mark.parametrize("asked", [{"q": "\0"}, {"state": "?"}, {"edition": "x"}, {"page": "999"}])
def test_a_filter_that_nobody_knows_breaks_nothing(client: "Client", asked: dict[str, str]) -> None:
    assert client.get(LIST, asked).status_code == 200


@pytest.mark.usefixtures("worker")
def test_the_list_downloads_with_its_filter(client: "Client", edition: "Edition") -> None:
    an_application(a_person("Łąkowa", "Ewa"), edition=edition)
    an_application(a_person("Nowak", "Ewa"), edition=edition)

    answer = client.get(LIST, {"q": "lakow", "format": "xlsx"})

    sheet = CalamineWorkbook.from_filelike(BytesIO(answer.getvalue())).get_sheet_by_index(0).to_python()
    assert sheet[1:] == [["Z-0001", "Łąkowa Ewa", "Kładka nad Rawą", "", date(2026, 3, 2), "do decyzji"]]


@pytest.mark.usefixtures("worker")
def test_the_list_asks_as_often_for_one_as_for_many(
    client: "Client", edition: "Edition", django_assert_num_queries: "DjangoAssertNumQueries"
) -> None:
    an_application(edition=edition)
    client.get(LIST)
    with django_assert_num_queries(15) as one:
        client.get(LIST)
    for _ in range(20):
        an_application(edition=edition)
    with django_assert_num_queries(len(one)):
        client.get(LIST)


@pytest.mark.parametrize("role", [TeamRole.ACCOUNTANT, TeamRole.CONTROLLER, TeamRole.SPECIALIST])
def test_a_role_without_right_may_look_and_not_write(
    client: "Client", edition: "Edition", role: TeamRole
) -> None:
    user, one = a_user(), an_application(edition=edition)
    a_role(user, role, edition=edition)
    client.force_login(user)
    pages = [page("application", one.pk), page("enter_application", edition.pk), page("decision", one.pk)]

    assert [client.get(each).status_code for each in pages] == [200, 403, 403]


def test_a_role_that_ended_yesterday_finds_nothing(client: "Client", edition: "Edition") -> None:
    user, one = a_user(), an_application(edition=edition)
    a_role(user, TeamRole.SOCIAL_WORKER, edition=edition, to_day=date(2026, 1, 1))
    client.force_login(user)

    asked = [page("application", one.pk), page("enter_application", edition.pk)]
    assert [client.get(each).status_code for each in asked] == [404, 404]


def test_the_committee_decides_and_enters_nothing(client: "Client", edition: "Edition") -> None:
    spring = a_round(edition)
    one, of_another = an_application(edition=edition, round=spring), an_application(edition=edition)
    client.force_login(a_seat(spring).user)

    asked = [page("decision", one.pk), page("withdrawal", one.pk), page("application", of_another.pk)]
    assert [client.get(each).status_code for each in asked] == [200, 403, 404]


def test_a_member_with_a_conflict_of_interest_does_not_see_the_application(
    client: "Client", edition: "Edition"
) -> None:
    spring = a_round(edition)
    one, other = (an_application(edition=edition, round=spring) for _ in range(2))
    seat = a_seat(spring)
    Conflict.objects.create(member=seat, application=one, declared_at=NOW)
    client.force_login(seat.user)

    assert [client.get(page("application", each.pk)).status_code for each in (one, other)] == [404, 200]


@pytest.mark.usefixtures("worker")
def test_an_applicant_like_a_known_person_is_asked_about_and_may_be_chosen(
    client: "Client", edition: "Edition"
) -> None:
    ewa = an_involvement(a_person("Łąkowa", "Ewa"), edition).person
    said = written(last_name="Lakowa", pesel="", birth_date="17.05.1980", sex="woman", phone="32 000 00 00")

    asked = client.post(page("enter_application", edition.pk), said)
    client.post(page("enter_application", edition.pk), {**said, "same_as": str(ewa.public_id)})

    assert (asked.status_code, list(asked.context["form"].errors)) == (422, ["same_as"])
    assert (Application.objects.get().person, Person.objects.get().phone) == (ewa, "320000000")
