"""Who somebody is."""

from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from kladka.audit.actions import Change, record
from kladka.people import errors, rules
from kladka.people.models import Person

if TYPE_CHECKING:
    from kladka.accounts.models import User

TAKEN = {
    "person_one_of_a_pesel": errors.PeselTaken,
    "person_one_of_an_identifier": errors.DocumentTaken,
}


@transaction.atomic
def register_person(*, details: rules.Details, by: "User", at: datetime) -> Person:
    """Write down somebody new. Raises the errors of `people.errors` that speak of names, PESEL and documents."""
    person = Person(registered_at=at, **kept(details, on=localdate(at)))
    person.remember_names()
    _save(person)
    record("people.person_registered", on=person, by=by, at=at)
    return person


@transaction.atomic
def change_person(
    *, person: Person, details: rules.Details, reason: str, by: "User", at: datetime
) -> Person:
    """Correct who the person is; the trail keeps each field's old and new value and the reason.

    Snapshots of participations keep what they froze: those are corrected by an amendment.
    Raises NothingChanged, ReasonMissing and what `register_person` raises.
    """
    if not reason.strip():
        raise errors.ReasonMissing
    person = Person.objects.select_for_update().get(pk=person.pk)
    wanted = kept(details, on=localdate(at))
    changes = [
        Change(field, getattr(person, field), value)
        for field, value in wanted.items()
        if getattr(person, field) != value
    ]
    if not changes:
        raise errors.NothingChanged
    for change in changes:
        setattr(person, change.field, change.new)
    person.remember_names(numbers_of(person))
    _save(person)
    record("people.person_changed", on=person, by=by, at=at, changes=changes, reason=reason.strip())
    return person


def kept(details: rules.Details, *, on: date) -> dict[str, object]:
    """Checked details as columns; no PESEL is no value, so that it may be missing many times."""
    fields = asdict(rules.checked(details, on=on))
    return {**fields, "pesel": fields["pesel"] or None}


def numbers_of(person: Person) -> list[str]:
    return [number for number in person.involvements.values_list("number", flat=True) if number]


def _save(person: Person) -> None:
    """Two clerks may add one person at once: the database decides, and its answer becomes a sentence."""
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        for constraint, refusal in TAKEN.items():
            if constraint in str(error):
                raise refusal from error
        raise
