"""Is it one of these? Asked at entry, worked through in a queue, answered by merging or telling apart."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.urls import reverse

from kladka.people.actions import look_for_resemblances
from kladka.people.models import Merge, Person, Resemblance
from kladka.people.queries.likeness import alike, identity_of, near
from kladka.people.tests.builders import a_person, a_pesel, an_involvement
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import MOMENT, a_role, a_user, an_edition

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoAssertNumQueries

    from kladka.accounts.models import User
    from kladka.programmes.models import Edition

pytestmark = pytest.mark.django_db
NEW, QUEUE = "/desk/people/new/", "/desk/people/duplicates/"
BORN = date(1980, 5, 17)


@pytest.fixture
def edition(municipality: object) -> "Edition":  # noqa: ARG001
    return an_edition()


@pytest.fixture
def coordinator(edition: "Edition", client: "Client") -> "User":
    user = a_user()
    a_role(user, TeamRole.COORDINATOR, edition=edition)
    client.force_login(user)
    return user


def somebody(edition: "Edition", last: str = "Łąkowa", first: str = "Ewa", **given: object) -> Person:
    return an_involvement(a_person(last, first, **given), edition).person


def typed(edition: "Edition", **given: object) -> dict[str, object]:
    said = {"last_name": "Lakowa", "first_name": "Ewa", "birth_date": "17.05.1980", "sex": "woman"}
    return {"edition": edition.pk, "citizenship": "polish", "language": "pl", **said, **given}


@pytest.mark.usefixtures("coordinator")
def test_somebody_like_a_known_person_is_asked_about_and_nothing_typed_is_lost(
    client: "Client", edition: "Edition"
) -> None:
    ewa = somebody(edition)

    answer = client.post(NEW, typed(edition, phone="32 000 00 00"))

    form = answer.context["form"]
    assert (
        answer.status_code,
        [key for key, _label in form.fields["same_as"].choices],
        form["phone"].value(),
    ) == (
        422,
        [str(ewa.public_id), "new"],
        "32 000 00 00",
    )
    assert str(ewa.pesel) in answer.content.decode()


@pytest.mark.usefixtures("coordinator")
def test_one_of_these_takes_part_here_too_with_the_new_telephone(
    client: "Client", edition: "Edition"
) -> None:
    ewa = somebody(edition)

    answer = client.post(NEW, typed(edition, phone="32 000 00 00", same_as=str(ewa.public_id)), follow=True)

    said = [str(one) for one in answer.context["messages"]]
    assert (Person.objects.count(), Person.objects.get().phone, len(said)) == (1, "320000000", 2)
    assert "Lakowa" in said[1]


@pytest.mark.usefixtures("coordinator")
def test_somebody_new_is_told_apart_at_once(
    client: "Client", edition: "Edition", coordinator: "User"
) -> None:
    somebody(edition)

    client.post(NEW, typed(edition, same_as="new"))

    assert list(Resemblance.objects.values_list("grounds", "told_apart_by")) == [
        (["name", "birth"], coordinator.pk)
    ]


@pytest.mark.usefixtures("coordinator")
def test_of_somebody_in_another_programme_not_even_the_being_there_is_said(
    client: "Client", edition: "Edition"
) -> None:
    somebody(an_edition())

    answer = client.post(NEW, typed(edition))

    assert (answer.status_code, Person.objects.count(), Resemblance.objects.open().count()) == (302, 2, 1)
    assert client.get(QUEUE).context["page"].paginator.count == 0


@pytest.mark.usefixtures("coordinator")
def test_the_queue_asks_as_often_for_one_pair_as_for_many(
    client: "Client", edition: "Edition", django_assert_num_queries: "DjangoAssertNumQueries"
) -> None:
    for number in range(6):
        for last in ("Łąkowa", "Lakowa"):
            somebody(edition, last, birth_date=date(1980, 5, 1 + number), pesel=None)
        look_for_resemblances(at=MOMENT)
        if number in {0, 5}:
            client.get(QUEUE)
            with django_assert_num_queries(8):
                page = client.get(QUEUE)

    assert page.context["page"].paginator.count == 6


@pytest.mark.usefixtures("coordinator")
def test_two_records_are_merged_and_undone_from_the_screen(client: "Client", edition: "Edition") -> None:
    ewa, double = somebody(edition), somebody(edition, "Lakowa", pesel=None)
    address = reverse("people:comparison", args=[ewa.public_id, double.public_id])

    shown = client.get(address)
    merged = client.post(address, {"stays": str(ewa.public_id), "reason": "one identity card"})
    old = client.get(reverse("people:change_person", args=[double.public_id]))
    undone = client.post(reverse("people:undoing", args=[Merge.objects.get().pk]))

    assert (shown.status_code, merged.status_code, old.context["person"], undone.status_code) == (
        200,
        302,
        ewa,
        302,
    )
    assert Person.objects.count() == 2


@pytest.mark.usefixtures("coordinator")
def test_without_a_choice_nothing_is_merged(client: "Client", edition: "Edition") -> None:
    ewa, double = somebody(edition), somebody(edition, "Lakowa")

    answer = client.post(
        reverse("people:comparison", args=[ewa.public_id, double.public_id]), {"reason": "same"}
    )

    assert (answer.status_code, answer.context["form"].errors, answer.context["form"]["reason"].value()) == (
        422,
        {"stays": ["Wybierz kartotekę, która zostaje."]},
        "same",
    )


@pytest.mark.usefixtures("coordinator")
def test_different_people_leave_the_queue_and_may_come_back(client: "Client", edition: "Edition") -> None:
    ewa, double = somebody(edition), somebody(edition, "Lakowa")
    address = reverse("people:telling_apart", args=[double.public_id, ewa.public_id])
    counts = []

    for data in ({}, {}, {"back": "1"}):
        client.post(address, data)
        look_for_resemblances(at=MOMENT)
        counts.append((Resemblance.objects.count(), Resemblance.objects.open().count()))

    assert counts == [(1, 0), (1, 0), (1, 1)]


def test_looking_up_whom_somebody_may_be_goes_by_the_day_of_birth(
    edition: "Edition", django_assert_num_queries: "DjangoAssertNumQueries"
) -> None:
    ewa = somebody(edition, pesel=a_pesel())
    for day in range(1, 28):
        somebody(edition, birth_date=date(1990, 1, day))

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = near(identity_of(ewa)).explain()
    with django_assert_num_queries(2):
        found = alike(identity_of(ewa))

    assert ("person_by_birth" in plan, found) == (True, [])
