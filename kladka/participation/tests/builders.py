"""Participations that tests stand on; every value can be given."""

from datetime import date
from itertools import count

from kladka.participation.models import Agreement, EntryDeclaration, EntrySnapshot, Participation
from kladka.people.models import Person
from kladka.people.tests.builders import a_person, an_involvement
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import MOMENT, an_edition

_numbers = count(1)
AGREED = date(2026, 2, 2)


def a_participation(
    person: Person | None = None, edition: Edition | None = None, **given: object
) -> Participation:
    """Somebody qualified who has not come yet, reachable by whoever works in the edition."""
    edition, person = edition or an_edition(), person or a_person()
    an_involvement(person=person, edition=edition, from_day=AGREED)
    wanted = {"number": f"U/{next(_numbers)}", "opened_on": AGREED, **given}
    return Participation.objects.create(person=person, edition=edition, **wanted)


def a_declared_participation(
    person: Person | None = None, edition: Edition | None = None, **facts: object
) -> Participation:
    """With an agreement and a declaration: the next support starts it."""
    one = a_participation(person=person, edition=edition)
    Agreement.objects.create(participation=one, number=one.number, signed_on=AGREED)
    wanted = {"education": "isced_3", "labour_status": "unemployed", "labour_detail": "long_term", **facts}
    EntryDeclaration.objects.create(participation=one, declared_on=AGREED, recorded_at=MOMENT, **wanted)
    return one


def a_snapshot(participation: Participation, **given: object) -> EntrySnapshot:
    """A version of what was frozen, made by hand and not yet in force."""
    wanted = {
        "version": 1,
        "cause": "started",
        "started_on": AGREED,
        "taken_at": MOMENT,
        "age": 45,
        "sex": "woman",
        "citizenship": "polish",
    }
    return EntrySnapshot.objects.create(**{"participation": participation, **wanted, **given})
