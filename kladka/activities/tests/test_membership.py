from datetime import date

import pytest
from django.db import IntegrityError

from kladka.activities import errors
from kladka.activities.actions import add_member, end_membership, expect
from kladka.activities.models import GroupMembership, SignUp
from kladka.activities.queries import register_of
from kladka.activities.tests.builders import TEN, a_group, a_session, an_activity
from kladka.participation.models import Participation
from kladka.participation.tests.builders import a_participation
from kladka.people.models import Involvement
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import Relation, TeamRole
from kladka.programmes.tests.builders import a_role, a_user, an_edition, an_offer

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 1)


def test_a_new_member_is_on_the_list_from_the_first_day_to_the_last() -> None:
    edition, by = an_edition(), a_user()
    group = a_group(edition)
    ana, jan = a_participation(edition=edition), a_participation(edition=edition)
    add_member(group=group, participation=ana, from_day=MARCH, by=by, at=TEN)
    gone = add_member(group=group, participation=jan, from_day=MARCH, by=by, at=TEN)
    end_membership(membership=gone, last_day=date(2026, 3, 2), by=by, at=TEN)

    session = a_session(an_activity(group))

    assert [(one.participation, one.mark, one.is_added) for one in register_of(session)] == [(ana, "", False)]


def test_the_list_follows_the_alphabet_of_the_reader() -> None:
    edition, by = an_edition(), a_user()
    group = a_group(edition)
    for name in ("Łubinowy", "Lisowy", "Żurawinowa", "Ćwikłowa", "Cebulowa"):
        member = a_participation(person=a_person(name), edition=edition)
        add_member(group=group, participation=member, from_day=MARCH, by=by, at=TEN)

    listed = register_of(a_session(an_activity(group)))

    assert [one.participation.person.last_name for one in listed] == [
        "Cebulowa",
        "Ćwikłowa",
        "Lisowy",
        "Łubinowy",
        "Żurawinowa",
    ]


def test_the_trainer_of_an_offer_reaches_its_new_member() -> None:
    edition, trainer = an_edition(), a_user()
    offer = an_offer(edition)
    a_role(trainer, TeamRole.COMMISSIONED, edition, offer=offer)
    ana = a_participation(edition=edition)
    assert list(Participation.objects.visible_to(trainer)) == []

    add_member(group=a_group(edition, offer=offer), participation=ana, from_day=MARCH, by=a_user(), at=TEN)

    assert list(Participation.objects.visible_to(trainer)) == [ana]
    assert Involvement.objects.filter(person=ana.person, offer=offer).count() == 1


def test_nobody_is_in_a_group_twice() -> None:
    edition = an_edition()
    group, ana = a_group(edition), a_participation(edition=edition)
    add_member(group=group, participation=ana, from_day=MARCH, by=a_user(), at=TEN)

    with pytest.raises(errors.InGroupAlready, match="Anna Malinowa"):
        add_member(group=group, participation=ana, from_day=MARCH, by=a_user(), at=TEN)
    with pytest.raises(IntegrityError, match="group_membership_one_at_a_time"):
        GroupMembership.objects.create(group=group, participation=ana, from_day=date(2026, 4, 1))


def test_a_full_group_takes_nobody_more() -> None:
    edition, by = an_edition(), a_user()
    full = a_group(edition, places=1)
    wide = a_group(edition, places=1, places_relation=Relation.AT_LEAST)
    for group in (full, wide):
        add_member(group=group, participation=a_participation(edition=edition), from_day=MARCH, by=by, at=TEN)

    with pytest.raises(errors.GroupFull, match=r"\(1\)"):
        add_member(group=full, participation=a_participation(edition=edition), from_day=MARCH, by=by, at=TEN)
    add_member(group=wide, participation=a_participation(edition=edition), from_day=MARCH, by=by, at=TEN)

    assert [full.memberships.count(), wide.memberships.count()] == [1, 2]


def test_who_takes_part_in_another_edition_is_refused() -> None:
    stranger, by = a_participation(), a_user()

    with pytest.raises(errors.OfAnotherEdition):
        add_member(group=a_group(), participation=stranger, from_day=MARCH, by=by, at=TEN)
    with pytest.raises(errors.OfAnotherEdition):
        expect(session=a_session(), participation=stranger, by=by, at=TEN)


def test_somebody_can_be_put_on_the_list_of_one_session() -> None:
    edition, by = an_edition(), a_user()
    session, ana = a_session(an_activity(a_group(edition))), a_participation(edition=edition)

    expect(session=session, participation=ana, by=by, at=TEN)
    expect(session=session, participation=ana, by=by, at=TEN)

    assert [(one.participation, one.is_added) for one in register_of(session)] == [(ana, True)]
    assert SignUp.objects.count() == 1
