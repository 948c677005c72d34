from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kladka.audit.models import Entry, Reading
from kladka.core.errors import DomainError
from kladka.people import actions, rules
from kladka.people.actions.reach import Reachable
from kladka.people.choices import AddressKind, Answer, ConsentKind, ContactKind, Kinship, NeedKind
from kladka.people.models import Involvement, Person, PersonAddress
from kladka.people.tests.builders import a_person, a_pesel, an_involvement
from kladka.places.tests.builders import an_address
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = date(2026, 3, 2)


def said(**given: object) -> rules.Details:
    names = {"first_name": "Zofia", "last_name": "Ćwikłowa", "pesel": a_pesel()}
    return rules.Details(**{**names, **given})  # type: ignore[arg-type]


def said_of(person: Person) -> rules.Details:
    fields = ("first_name", "last_name", "sex", "birth_date", "identifier_kind", "identifier")
    return rules.Details(pesel=person.pesel or "", **{field: getattr(person, field) for field in fields})


def verbs() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("verb", flat=True))


def test_somebody_new_is_in_the_record_and_seen_by_those_who_work_in_the_edition() -> None:
    clerk, edition = a_user(), an_edition()
    a_role(clerk, TeamRole.SOCIAL_WORKER, edition=edition)
    contacts = Reachable(phone="32 000 00 00", email="zofia@example.org")

    person = actions.register_person(details=said(), contacts=contacts, edition=edition, by=clerk, at=NINE)

    seen = Person.objects.visible_to(clerk).get()
    assert (seen, seen.sex, seen.birth_date, seen.phone, seen.email, verbs()) == (
        person, "woman", date(1980, 5, 17), "320000000", "zofia@example.org", ["people.person_registered"],
    )  # fmt: skip


def test_a_pesel_that_is_already_there_is_refused_and_nothing_is_kept() -> None:
    ana = a_person()

    with pytest.raises(DomainError) as refusal:
        actions.register_person(details=said(pesel=ana.pesel), by=a_user(), at=NINE)

    assert (str(refusal.value), list(Person.objects.all()), verbs()) == (
        "Somebody with this PESEL is already in the record. Look the person up, or enter an application.",
        [ana],
        [],
    )


def test_a_document_that_is_already_there_is_refused() -> None:
    paper = {"pesel": "", "sex": "man", "birth_date": date(1990, 1, 1), "identifier_kind": "passport"}
    actions.register_person(details=said(**paper, identifier="ab 12-3"), by=a_user(), at=NINE)

    with pytest.raises(DomainError, match="this document is already in the record"):
        actions.register_person(details=said(**paper, identifier="AB12-3"), by=a_user(), at=NINE)


def test_a_correction_leaves_old_and_new_and_the_reason_in_the_trail() -> None:
    ana = a_person("Malinowa")
    an_involvement(ana, number="PL/1")

    changed = actions.change_person(
        person=ana, details=replace(said_of(ana), last_name="Ćma"), reason=" marriage ", by=a_user(), at=NINE
    )

    found = [str(one) for one in Person.objects.matching("cma pl/1")]
    assert (str(changed), found, verbs()) == ("Ćma Anna", ["Ćma Anna"], ["people.person_changed"])


def test_lists_follow_a_corrected_name_and_number_in_every_involvement() -> None:
    ana = a_person("Cis", pesel=None)
    an_involvement(ana, number="UC/1")
    an_involvement(ana)
    zofia = said(last_name="Żuk")

    actions.change_person(person=ana, details=zofia, reason="Dowód", by=a_user(), at=NINE)

    listed = [one.as_listed for one in Person.objects.all()]
    assert listed[0]["search_text"] == f"zuk zofia {zofia.pesel} uc/1"
    restated = Involvement.objects.values("sort_key", "search_text", "sex", "has_pesel")
    assert list(restated) == listed * 2


def test_a_correction_needs_a_reason_and_a_new_telephone_none() -> None:
    ana = a_person("Malinowa")
    phone = Reachable(phone="32 000 00 00")

    with pytest.raises(DomainError, match="Write why this is being changed"):
        actions.change_person(
            person=ana, details=replace(said_of(ana), last_name="Ćma"), by=a_user(), at=NINE
        )
    actions.change_person(person=ana, details=said_of(ana), contacts=phone, by=a_user(), at=NINE)
    with pytest.raises(DomainError, match="Nothing is different"):
        actions.change_person(person=ana, details=said_of(ana), contacts=phone, by=a_user(), at=NINE)

    assert (Person.objects.get().phone, str(Person.objects.get())) == ("320000000", "Malinowa Anna")


def test_one_contact_is_preferred_and_saying_it_again_only_moves_the_preference() -> None:
    ana, clerk = a_person(), a_user()
    for value, is_preferred in (("320000001", True), ("320000002", True), ("32 000 00 01", True)):
        actions.add_contact(
            person=ana, kind=ContactKind.PHONE, value=value, is_preferred=is_preferred, by=clerk, at=NINE
        )

    actions.remove_contact(contact=ana.contacts.get(value="320000002"), by=clerk, at=NINE)

    assert list(ana.contacts.values_list("value", "is_preferred")) == [("320000001", True)]
    assert verbs() == ["people.contact_added", "people.contact_added", "people.contact_removed"]


def test_a_person_lives_at_one_address_at_a_time() -> None:
    ana, clerk, first, second, third = a_person(), a_user(), an_address(), an_address(), an_address()
    moves = ((first, DAY), (second, date(2026, 5, 1)), (third, date(2026, 5, 1)))
    for address, day in moves:
        actions.settle(person=ana, address=address, from_day=day, by=clerk, at=NINE)

    with pytest.raises(DomainError, match="Choose a later day"):
        actions.settle(person=ana, address=first, from_day=DAY, by=clerk, at=NINE)

    lived = PersonAddress.objects.filter(kind=AddressKind.RESIDENCE).order_by("from_day")
    assert list(lived.values_list("address", "from_day", "to_day")) == [
        (first.pk, DAY, date(2026, 4, 30)),
        (third.pk, date(2026, 5, 1), None),
    ]


def test_the_close_environment_is_linked_once_and_never_to_oneself() -> None:
    ana, jan, clerk = a_person(), a_person("Dyniowy", "Jan"), a_user()
    for _ in range(2):
        actions.link_environment(person=ana, other=jan, role=Kinship.PARTNER, from_day=DAY, by=clerk, at=NINE)

    with pytest.raises(DomainError, match="nobody is close to themselves"):
        actions.link_environment(person=ana, other=ana, role=Kinship.PARTNER, from_day=DAY, by=clerk, at=NINE)

    assert ([str(one) for one in ana.close_ones.all()], verbs()) == (
        ["Dyniowy Jan (spouse or partner)"],
        ["people.environment_linked"],
    )


def test_a_guardian_signs_for_a_child() -> None:
    child = a_person(birth_date=date(2015, 1, 1))

    guardian = actions.name_guardian(
        person=child,
        name="Ewa  Fiołkowa",
        kinship=Kinship.PARENT,
        phone="32 000 00 00",
        from_day=DAY,
        by=a_user(),
        at=NINE,
    )

    assert (str(guardian), guardian.phone, verbs()) == (
        "Ewa Fiołkowa",
        "320000000",
        ["people.guardian_named"],
    )


def test_each_reading_of_sensitive_traits_is_logged_with_its_right() -> None:
    ana, clerk = a_person(), a_user()
    actions.declare_traits(person=ana, traits={"homeless": Answer.YES}, by=clerk, at=NINE)
    actions.declare_traits(person=ana, traits={"homeless": Answer.YES}, by=clerk, at=NINE)

    traits = actions.read_sensitive(person=ana, why="entry snapshot", by=clerk, at=NINE)

    assert (traits.homeless, traits.minority, verbs()) == ("yes", "", ["people.traits_declared"])
    assert list(Reading.objects.values_list("person", "what", "why", "actor_name")) == [
        (ana.public_id, "people.sensitive_traits", "entry snapshot", clerk.name)
    ]


def test_needs_are_exactly_those_stated_last() -> None:
    ana, clerk = a_person(), a_user()
    actions.state_needs(person=ana, kinds=[NeedKind.DIET, NeedKind.TRANSPORT], by=clerk, at=NINE)

    actions.state_needs(person=ana, kinds=[NeedKind.DIET, NeedKind.LARGE_PRINT], by=clerk, at=NINE)

    assert set(ana.needs.values_list("kind", flat=True)) == {"diet", "large_print"}


def test_a_later_answer_to_consent_leaves_the_earlier_one() -> None:
    ana, clerk = a_person(), a_user()
    for answer in (Answer.YES, Answer.NO):
        actions.note_consent(
            person=ana, kind=ConsentKind.IMAGE, answer=answer, given_on=DAY, by=clerk, at=NINE
        )

    assert list(ana.consents.values_list("answer", flat=True)) == ["no", "yes"]


def test_an_involvement_is_restated_and_makes_the_person_findable_by_number() -> None:
    ana, edition = a_person(), an_edition()
    actions.involve(actions.Taking(person=ana, edition=edition, from_day=DAY))

    actions.involve(actions.Taking(person=ana, edition=edition, from_day=date(2026, 2, 1), number="UC/7"))

    assert list(ana.involvements.values_list("from_day", "number")) == [(date(2026, 2, 1), "UC/7")]
    assert list(Person.objects.matching("uc/7")) == [ana]


def test_many_are_involved_at_once_and_twice_changes_nothing() -> None:
    edition, people = an_edition(), [a_person(), a_person()]
    takings = [actions.Taking(person=one, edition=edition, from_day=DAY) for one in people]

    for _ in range(2):
        actions.involve_all(takings)

    assert [one.involvements.count() for one in people] == [1, 1]
