"""Contacts, consents, needs, household and the copy of all data, each on its page."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from kladka.audit.models import Reading
from kladka.people.models import Consent, Contact, Need, Person, PersonLink
from kladka.people.tests.builders import a_person, an_involvement
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db
DAY = date(2026, 2, 2)


@pytest.fixture
def ewa(municipality: object, client: "Client") -> Person:  # noqa: ARG001
    edition, user = an_edition(), a_user()
    a_role(user, TeamRole.COORDINATOR, edition=edition)
    client.force_login(user)
    return an_involvement(a_person(), edition).person


def page(name: str, person: Person, *more: object) -> str:
    return reverse(f"people:{name}", args=[person.public_id, *more])


def test_a_contact_is_added_preferred_and_taken_away(client: "Client", ewa: Person) -> None:
    said = {"kind": "phone", "value": "32 000 00 01", "note": "po 15.00", "is_preferred": "on"}

    client.post(page("contacts", ewa), said)
    client.post(page("contacts", ewa), {"kind": "email", "value": "ewa@example.org"})
    client.post(page("contact", ewa, Contact.objects.get(kind="email").pk))
    preferred = list(Contact.objects.values_list("value", "note", "is_preferred"))
    client.post(page("contact", ewa, Contact.objects.get(kind="phone").pk), {"gone": "1"})

    assert (preferred, Contact.objects.count()) == (
        [("ewa@example.org", "", True), ("320000001", "po 15.00", False)],
        1,
    )


def test_a_wrong_number_is_said_at_its_field_and_stays_typed(client: "Client", ewa: Person) -> None:
    answer = client.post(page("contacts", ewa), {"kind": "phone", "value": "12"})

    form = answer.context["form"]
    assert (answer.status_code, list(form.errors), form["value"].value()) == (422, ["value"], "12")


def test_a_consent_keeps_its_text_and_is_withdrawn_once(client: "Client", ewa: Person) -> None:
    said = {"kind": "image", "answer": "yes", "given_on": DAY, "text_version": "RODO-2"}
    client.post(page("consents", ewa), said)
    consent = Consent.objects.get()

    early = client.post(page("consent", ewa, consent.pk), {"withdrawn_on": "2026-01-01"})
    done = client.post(page("consent", ewa, consent.pk), {"withdrawn_on": "2026-03-01"})
    again = client.post(page("consent", ewa, consent.pk), {"withdrawn_on": "2026-03-02"})

    assert [one.status_code for one in (early, done, again)] == [422, 302, 422]
    assert list(Consent.objects.values_list("text_version", "withdrawn_on")) == [("RODO-2", date(2026, 3, 1))]


def test_needs_are_exactly_those_chosen(client: "Client", ewa: Person) -> None:
    Need.objects.create(person=ewa, kind="diet")

    client.post(page("needs", ewa), {"kinds": ["transport"]})

    assert list(Need.objects.values_list("kind", flat=True)) == ["transport"]


def test_somebody_moves_out_of_the_household_and_is_no_longer_close(client: "Client", ewa: Person) -> None:
    link = PersonLink.objects.create(
        person=ewa, other=a_person("Bliska"), role="friend", same_household=True, from_day=DAY
    )

    shown = client.get(page("household", ewa))
    for data in ({}, {"end": "1"}):
        client.post(page("close_one_ends", ewa, link.pk), data)

    link.refresh_from_db()
    assert (list(shown.context["links"]), link.same_household, link.to_day is None) == ([link], False, False)


def test_the_copy_of_all_data_has_every_row_and_its_reading_is_logged(client: "Client", ewa: Person) -> None:
    Contact.objects.create(person=ewa, kind="phone", value="320000001")

    refused = client.post(page("everything", ewa), {"why": ""})
    copy = client.post(page("everything", ewa), {"why": "letter of 3 March"})

    assert (
        refused.status_code,
        copy.json()["people.Contact"][0]["value"],
        copy.json()["people.Person"][0]["pesel"],
    ) == (
        422,
        "320000001",
        ewa.pesel,
    )
    assert list(Reading.objects.values_list("what", "why")) == [("people.everything", "letter of 3 March")]


def test_a_coordinator_of_one_of_two_programmes_gets_no_copy(client: "Client", ewa: Person) -> None:
    an_involvement(ewa, an_edition())

    assert client.get(page("everything", ewa)).status_code == 403
