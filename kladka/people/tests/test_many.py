"""Many new people at once are written as single ones are."""

from datetime import date
from typing import Any

import pytest

from kladka.people.actions import Newcomer, register_all
from kladka.people.actions.person import register_person
from kladka.people.actions.reach import Reachable
from kladka.people.errors import PersonsTaken
from kladka.people.models import Contact, Involvement, Person
from kladka.people.rules import Details, checked
from kladka.programmes.tests.builders import MOMENT, a_user, an_edition

pytestmark = pytest.mark.django_db
ANNA = Details(first_name="Anna", last_name="Żółtowska", pesel="02070803628")
OWN = {"id", "pk", "public_id", "person_id", "number", "search_text"}


def newcomer(details: Details = ANNA, **given: Any) -> Newcomer:
    day = date(2026, 3, 9)
    return Newcomer(details=checked(details, on=day), number="U/1", from_day=day, **given)


def test_whoever_is_written_with_many_is_written_as_one_alone() -> None:
    edition = an_edition()

    (key,) = register_all(newcomers=[newcomer(phone="600100200")], edition=edition, at=MOMENT)
    one = Person.objects.get(pk=key)
    many = {**one.__dict__}, {**one.involvements.get().__dict__}
    Contact.objects.all().delete()
    Involvement.objects.all().delete()
    Person.objects.all().delete()
    contacts = Reachable(phone="600100200")
    alone = register_person(details=ANNA, contacts=contacts, edition=edition, by=a_user(), at=MOMENT)

    two = Person.objects.get(pk=alone.pk)
    for made, kept in ((many[0], two.__dict__), (many[1], two.involvements.get().__dict__)):
        assert comparable(made) == comparable(kept)


def comparable(columns: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in columns.items() if name not in OWN | {"_state", "from_day"}}


def test_somebody_who_was_added_in_the_meantime_keeps_all_out() -> None:
    edition = an_edition()
    register_all(newcomers=[newcomer()], edition=edition, at=MOMENT)

    with pytest.raises(PersonsTaken):
        register_all(newcomers=[newcomer()], edition=edition, at=MOMENT)

    assert Person.objects.count() == 1
