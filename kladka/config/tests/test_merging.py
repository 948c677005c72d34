"""Two records of one person, with rows of every module, become one and two again."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kladka.accounts.models import User
from kladka.audit.models import Entry
from kladka.participation.actions import Step, make_plan
from kladka.participation.choices import ExitReason
from kladka.participation.models import Exit, Participation
from kladka.participation.queries import goal_of, plan_of
from kladka.participation.tests.builders import a_declared_participation, a_participation
from kladka.people import errors
from kladka.people.actions import add_contact, involve, link_environment, merge_people, undo_merge
from kladka.people.actions.involving import Taking
from kladka.people.choices import AddressKind, Answer, ContactKind, Kinship, NeedKind
from kladka.people.models import (
    Alias,
    Consent,
    Contact,
    Guardian,
    Involvement,
    Merge,
    Need,
    Person,
    PersonAddress,
    Resemblance,
    SensitiveTraits,
)
from kladka.people.tests.builders import a_person
from kladka.places.models import Address
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import MOMENT, a_support, a_user, an_edition
from kladka.recruitment.models import Application

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("municipality")]
DAY = date(2026, 2, 2)
LATER = MOMENT + timedelta(days=90)
OWN = {"people.Merge", "people.Alias"}
Tables = dict[str, list[dict[str, Any]]]


def everything() -> Tables:
    """Every row of every table, but those that say that there was a merge."""
    ours = [one for one in apps.get_models() if one.__module__.startswith("kladka.")]
    return {
        one._meta.label: sorted(one._base_manager.values(), key=lambda row: str(row.get("id", row)))
        for one in ours
        if one._meta.managed
        and one._meta.app_label not in {"audit", "municipalities", "core"}
        and one._meta.label not in OWN
    }


def an_address(street: str) -> Address:
    return Address.objects.get_or_create(
        locality="Przykładowo", municipality_code="9901011", street=street, building="1", key=street
    )[0]


def full_of_rows(person: Person, edition: Edition, *, near: Person, street: str = "Lipowa") -> None:
    """What may stand twice, and what may not."""
    Contact.objects.create(person=person, kind="phone", value="320000001", is_preferred=True)
    Contact.objects.create(person=person, kind="email", value=f"p{person.pk}@example.org")
    Need.objects.create(person=person, kind=NeedKind.DIET)
    Consent.objects.create(person=person, kind="image", answer=Answer.YES, given_on=DAY)
    Guardian.objects.create(person=person, name="Ewa", kinship="parent", from_day=DAY)
    link_environment(person=person, other=near, role=Kinship.SIBLING, from_day=DAY, by=a_user(), at=MOMENT)
    PersonAddress.objects.create(
        person=person,
        address=an_address(street),
        kind=AddressKind.RESIDENCE,
        from_day=DAY + timedelta(days=person.pk % 2),
    )
    SensitiveTraits.objects.create(person=person, homeless=Answer.NO)
    involve(Taking(person=person, edition=edition, from_day=DAY, number=f"N/{person.pk}"))


@pytest.fixture
def clerk() -> User:
    return a_user()


def merge(stays: Person, goes: Person, clerk: User, chosen: Mapping[str, str] | None = None) -> Merge:
    return merge_people(stays=stays, goes=goes, chosen=chosen or {}, by=clerk, at=LATER)


def test_every_row_of_both_is_the_survivors_and_the_other_record_is_an_alias(clerk: User) -> None:
    ewa, double, near, edition = a_person(), a_person("Malinówna"), a_person("Bliska"), an_edition()
    for one in (ewa, double):
        full_of_rows(one, edition, near=near)
    known = double.pesel

    merge(ewa, double, clerk)

    ewa.refresh_from_db()
    assert (
        Person.objects.filter(pk=double.pk).exists(),
        sorted(ewa.contacts.values_list("kind", flat=True)),
        ewa.consents.count(),
        ewa.guardians.count(),
        list(Alias.objects.values_list("person", "last_name", "pesel")),
        [one.pk for one in Person.objects.matching("malinowna")],
        Entry.objects.filter(verb="people.people_merged").count(),
    ) == (False, ["email", "email", "phone"], 2, 2, [(ewa.pk, "Malinówna", known)], [ewa.pk], 1)


def test_merge_use_and_undo_leave_what_was_there_and_what_was_made_since(clerk: User) -> None:
    ewa, double, near, edition = a_person(), a_person("Malinówna"), a_person("Bliska"), an_edition()
    for person in (ewa, double):
        full_of_rows(person, edition, near=near)
    before = everything()

    one = merge(ewa, double, clerk)
    made = add_contact(person=ewa, kind=ContactKind.PHONE, value="320000777", by=clerk, at=LATER)
    undo_merge(merge=one, by=clerk, at=LATER)

    assert made.person_id == ewa.pk
    Contact.objects.filter(pk=made.pk).delete()
    assert everything() == before


def test_sealed_words_open_after_a_merge_and_after_its_undoing(clerk: User) -> None:
    first, second = a_person(), a_participation()
    step = [Step(support=a_support(second.edition), title="Talk")]
    make_plan(participation=second, steps=step, agreed_on=DAY, goal="to work", by=clerk, at=LATER)

    one = merge(first, second.person, clerk)
    moved = Participation.objects.get(pk=second.pk)
    assert goal_of(plan_of(moved)) == "to work"
    make_plan(participation=moved, steps=step, agreed_on=DAY, goal="to learn", by=clerk, at=LATER)
    undo_merge(merge=one, by=clerk, at=LATER)

    back = Participation.objects.get(pk=second.pk)
    assert (back.person_id, goal_of(plan_of(back))) == (second.person_id, "to learn")


def test_of_two_active_participations_the_clerk_chooses_one_and_the_other_ends_as_a_duplicate(
    clerk: User,
) -> None:
    edition = an_edition()
    first, second = a_declared_participation(edition=edition), a_declared_participation(edition=edition)
    before = everything()
    key = f"participation-{edition.pk}"

    with pytest.raises(errors.RivalNotChosen):
        merge(first.person, second.person, clerk)
    one = merge(first.person, second.person, clerk, {key: str(second.pk)})

    assert (
        list(Participation.objects.order_by("pk").values_list("pk", "person", "left_on")),
        list(Exit.objects.values_list("participation", "reason")),
    ) == (
        [(first.pk, first.person_id, LATER.date()), (second.pk, first.person_id, None)],
        [(first.pk, ExitReason.DUPLICATE)],
    )
    undo_merge(merge=one, by=clerk, at=LATER)
    assert everything() == before


def test_a_number_that_the_survivor_lacks_is_taken_over_and_given_back(clerk: User) -> None:
    foreign, polish = a_person(pesel=None), a_person()
    number = polish.pesel
    before = everything()

    one = merge(foreign, polish, clerk)

    assert Person.objects.get().pesel == number
    undo_merge(merge=one, by=clerk, at=LATER)
    assert everything() == before


def test_who_gets_an_application_after_the_merge_is_seen_after_its_undoing(clerk: User) -> None:
    ewa, double, edition = a_person(), a_person(), an_edition()
    involve(Taking(person=double, edition=edition, from_day=DAY))
    one = merge(ewa, double, clerk)
    involve(Taking(person=ewa, edition=edition, from_day=DAY))
    Application.objects.create(person=ewa, edition=edition, number="Z-1", received_at=LATER)

    undo_merge(merge=one, by=clerk, at=LATER)

    assert set(Involvement.objects.values_list("person", "edition")) == {
        (ewa.pk, edition.pk),
        (double.pk, edition.pk),
    }


def test_a_merge_of_a_merged_record_is_undone_from_the_last_to_the_first(clerk: User) -> None:
    first, second, third = a_person("A"), a_person("B"), a_person("C")
    before = everything()
    inner = merge(second, third, clerk)
    outer = merge(first, second, clerk)

    with pytest.raises(errors.LaterMergeStands):
        undo_merge(merge=inner, by=clerk, at=LATER)
    undo_merge(merge=outer, by=clerk, at=LATER)
    undo_merge(merge=Merge.objects.get(pk=inner.pk), by=clerk, at=LATER)

    assert everything() == before


def test_what_stands_in_the_way_of_undoing_is_said_and_nothing_moves(clerk: User) -> None:
    edition = an_edition()
    first, second = a_participation(edition=edition), a_participation(edition=edition)
    one = merge(first.person, second.person, clerk, {f"participation-{edition.pk}": str(second.pk)})
    Participation.objects.filter(pk=second.pk).update(left_on=LATER.date())
    Participation.objects.create(person=first.person, edition=edition, number="U/x", opened_on=DAY)
    held = everything()

    with pytest.raises(errors.SomethingInTheWay):
        undo_merge(merge=one, by=clerk, at=LATER)

    assert everything() == held


def test_the_second_of_two_clerks_learns_that_the_record_is_merged(clerk: User) -> None:
    ewa, double = a_person(), a_person()
    merge(ewa, double, clerk)

    with pytest.raises(errors.MergedMeanwhile):
        merge(Person(pk=double.pk), ewa, clerk)


def test_those_told_apart_are_not_merged_and_stay_apart_from_the_survivor(clerk: User) -> None:
    ewa, double, other = a_person(), a_person(), a_person()
    Resemblance.objects.create(
        first=other, second=double, found_at=MOMENT, told_apart_by=clerk, told_apart_at=MOMENT
    )
    Resemblance.objects.create(first=ewa, second=other, found_at=MOMENT)
    before = everything()

    with pytest.raises(errors.ToldApart):
        merge(double, other, clerk)
    one = merge(ewa, double, clerk)

    assert list(Resemblance.objects.values_list("first", "second", "told_apart_by")) == [
        (ewa.pk, other.pk, clerk.pk)
    ]
    undo_merge(merge=one, by=clerk, at=LATER)
    assert everything() == before


WHAT = (
    "phone",
    "same phone",
    "need",
    "traits",
    "address",
    "involvement",
    "link",
    "each other",
    "application",
)


def add(what: str, person: Person, other: Person, edition: Edition, near: Person) -> None:
    number = str(person.pk)
    rows: dict[str, Any] = {
        "phone": lambda: Contact(person=person, kind="phone", value=f"32{number:0>7}", is_preferred=True),
        "same phone": lambda: Contact(person=person, kind="phone", value="480000009"),
        "need": lambda: Need(person=person, kind=NeedKind.DIET),
        "traits": lambda: SensitiveTraits(person=person, homeless=Answer.YES),
        "address": lambda: PersonAddress(
            person=person,
            address=an_address(number),
            kind="residence",
            from_day=DAY + timedelta(days=person.pk % 3),
        ),
        "involvement": lambda: None,
        "link": lambda: linked(person, near),
        "each other": lambda: linked(person, other),
        "application": lambda: Application(person=person, edition=edition, number=number, received_at=MOMENT),
    }
    if what in {"involvement", "application"}:
        involve(Taking(person=person, edition=edition, from_day=DAY, number=number))
    if what != "involvement":
        rows[what]().save()


def linked(person: Person, other: Person) -> Any:
    return apps.get_model("people.PersonLink")(person=person, other=other, role="friend", from_day=DAY)


@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.generate],
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    of_first=st.sets(st.sampled_from(WHAT)), of_second=st.sets(st.sampled_from(WHAT)), swapped=st.booleans()
)
def test_merging_and_undoing_is_identity(
    clerk: User, of_first: set[str], of_second: set[str], *, swapped: bool
) -> None:
    with transaction.atomic():
        near, edition = a_person("Bliska"), an_edition()
        pair = [a_person(), a_person("Malinówna", pesel=None)]
        for person, rows in zip(pair, (of_first, of_second), strict=True):
            for what in sorted(rows):
                add(what, person, pair[1 - pair.index(person)], edition, near)
        stays, goes = pair[::-1] if swapped else pair
        before = everything()
        both = Application.objects.filter(person=stays).first()

        one = merge(stays, goes, clerk, {f"application-{edition.pk}-0-0": str(both.pk)} if both else {})
        undo_merge(merge=one, by=clerk, at=LATER)

        assert everything() == before
        transaction.set_rollback(True)
