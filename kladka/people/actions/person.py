"""Who somebody is."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from kladka.audit.actions import Change, changes_between, fields_of, record
from kladka.people import errors, rules
from kladka.people.actions.involving import Taking, involve
from kladka.people.actions.reach import Reachable, restate_contacts
from kladka.people.actions.resembling import note_resemblances
from kladka.people.models import Person

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Edition

TAKEN = {
    "person_one_of_a_pesel": errors.PeselTaken,
    "person_one_of_an_identifier": errors.DocumentTaken,
}


@transaction.atomic
def register_person(
    *,
    details: rules.Details,
    contacts: Reachable | None = None,
    edition: "Edition | None" = None,
    unlike: Collection[Person] = (),
    by: "User | None",
    at: datetime,
) -> Person:
    """Write down somebody new; with an edition, so that those who work in it see the person from now on.

    `unlike`: people of the record who seemed to be the same and, as the clerk said, are not.

    Raises the errors of `people.errors` that speak of names, PESEL, documents and contacts.
    """
    person = Person(registered_at=at, **kept(details, on=localdate(at)))
    person.remember_names()
    _save(person)
    if contacts:
        restate_contacts(person, contacts)
    if edition:
        involve(Taking(person=person, edition=edition, from_day=localdate(at)))
    note_resemblances(person, unlike=unlike, by=by, at=at)
    record("people.person_registered", on=person, by=by, at=at)
    return person


@transaction.atomic
def change_person(
    *,
    person: Person,
    details: rules.Details,
    contacts: Reachable | None = None,
    reason: str = "",
    by: "User",
    at: datetime,
) -> Person:
    """Correct who the person is; the trail keeps each field's old and new value and the reason.

    A new telephone needs no reason. Snapshots of participations keep what they froze: those are corrected by
    an amendment. Raises NothingChanged, ReasonMissing and what `register_person` raises.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    wanted = kept(details, on=localdate(at))
    corrected = changes_between(fields_of(person, wanted), wanted)
    if corrected and not reason.strip():
        raise errors.ReasonMissing
    changes = corrected + (restate_contacts(person, contacts) if contacts else [])
    if not changes:
        raise errors.NothingChanged
    _correct(person, corrected)
    record("people.person_changed", on=person, by=by, at=at, changes=changes, reason=reason.strip())
    return person


def kept(details: rules.Details, *, on: date) -> dict[str, object]:
    """Checked details as columns; no PESEL is no value, so that it may be missing many times."""
    fields = asdict(rules.checked(details, on=on))
    return {**fields, "pesel": fields["pesel"] or None}


def _correct(person: Person, changes: list[Change]) -> None:
    for change in changes:
        setattr(person, change.field, change.new)
    person.remember_names()
    _save(person)
    person.involvements.update(**person.as_listed)


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
