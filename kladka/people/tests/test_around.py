"""Address, guardian and close environment, as people write them at the desk."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kladka.audit.models import Entry
from kladka.municipalities.models import Unit
from kladka.people.models import Guardian, Person, PersonAddress, PersonLink
from kladka.people.tests.builders import a_person, an_involvement
from kladka.places.models import Address
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_role, a_user, an_edition

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
DAY = "2026-03-02"
HERE = {"kind": "residence", "municipality_code": "9999011", "locality": "Przykładowo", "from_day": DAY}
HOUSE = {**HERE, "street": "ul. Kotlarza", "building": "10 B", "postcode": "99-999"}


@pytest.fixture
def edition(client: "Client") -> Edition:
    for code, name in (
        ("9999", "przykładowski"),
        ("9999011", "Przykładowo"),
        ("9999014", "Przykładowo – miasto"),
    ):
        Unit.objects.create(code=code, name=name, kind="", held_on=date(2024, 1, 1))
    made, user = an_edition(), a_user()
    a_role(user, TeamRole.SOCIAL_WORKER, edition=made)
    client.force_login(user)
    return made


@pytest.fixture
def ewa(edition: Edition) -> Person:
    return an_involvement(a_person("Łąkowa", "Ewa"), edition).person


def page(name: str, person: Person) -> str:
    return reverse(f"people:{name}", args=[person.public_id])


def test_an_address_is_written_once_and_moves_with_the_person(client: "Client", ewa: Person) -> None:
    first = client.post(page("address", ewa), HOUSE)
    again = {**HOUSE, "street": "Kotlarza", "building": "10b", "from_day": "2026-05-01"}
    client.post(page("address", ewa), again)

    shown = client.get(page("change_person", ewa)).content.decode()
    lived = PersonAddress.objects.filter(person=ewa).order_by("from_day")
    assert (first.status_code, Address.objects.count()) == (302, 1)
    assert list(lived.values_list("from_day", "to_day")) == [
        (date(2026, 3, 2), date(2026, 4, 30)),
        (date(2026, 5, 1), None),
    ]
    assert "Kotlarza 10b" in shown


def test_the_municipality_is_chosen_from_the_register_without_parts_of_mixed_ones(
    client: "Client", ewa: Person
) -> None:
    form = client.get(page("address", ewa)).context["form"]

    assert form.fields["municipality_code"].choices == [("9999011", "Przykładowo (przykładowski)")]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"postcode": "99999"}, "postcode"),
        ({"building": ""}, "building"),
        ({"locality": ""}, "locality"),
        ({"municipality_code": "1"}, "municipality_code"),
        ({"street": "a\0b"}, "street"),
    ],
)
def test_a_wrong_address_is_refused_at_its_field_and_nothing_is_kept(
    client: "Client", ewa: Person, given: dict[str, str], field: str
) -> None:
    answer = client.post(page("address", ewa), {**HOUSE, **given})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert (Address.objects.count(), PersonAddress.objects.count()) == (0, 0)


def test_a_guardian_is_named_with_kinship_and_consent(client: "Client", ewa: Person) -> None:
    said = {
        "name": "Jan Łąkowy",
        "kinship": "parent",
        "phone": "32 000 00 00",
        "consent_on": DAY,
        "from_day": DAY,
    }

    wrong = client.post(page("guardian", ewa), {**said, "phone": "12"})
    client.post(page("guardian", ewa), said)

    assert list(wrong.context["form"].errors) == ["phone"]
    kept = list(Guardian.objects.values_list("name", "kinship", "phone", "consent_on"))
    assert kept == [("Jan Łąkowy", "parent", "320000000", date(2026, 3, 2))]


def test_somebody_close_is_found_by_the_pesel_and_linked_once(
    client: "Client", ewa: Person, edition: Edition
) -> None:
    jan = an_involvement(a_person("Łąkowy", "Jan"), edition).person
    said = {"other": jan.pesel, "role": "partner", "same_household": "on", "from_day": DAY}

    answers = [client.post(page("close_one", ewa), said).status_code for _ in range(2)]

    links = list(PersonLink.objects.values_list("person", "other", "role", "same_household"))
    assert (answers, links) == ([302, 302], [(ewa.pk, jan.pk, "partner", True)])
    assert Entry.objects.filter(verb="people.environment_linked").count() == 1


@pytest.mark.parametrize("who", ["Nikogo", "Łąko", "44051401458"])
def test_words_that_fit_nobody_or_many_link_nobody(
    client: "Client", ewa: Person, edition: Edition, who: str
) -> None:
    an_involvement(a_person("Łąkowy", "Jan"), edition)
    a_person("Nikogo", pesel="44051401458", sex="man", birth_date=date(1944, 5, 14))

    answer = client.post(page("close_one", ewa), {"other": who, "role": "partner", "from_day": DAY})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["other"])
    assert PersonLink.objects.count() == 0
