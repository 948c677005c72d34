"""How to reach a person."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import Change, record
from kladka.people import errors, rules
from kladka.people.choices import AddressKind, ContactKind
from kladka.people.models import Contact, Person, PersonAddress
from kladka.places.actions import register_address
from kladka.places.models import Address
from kladka.places.rules import Written

if TYPE_CHECKING:
    from kladka.accounts.models import User

CLEAN = {ContactKind.PHONE: rules.clean_phone, ContactKind.EMAIL: rules.clean_email}


@dataclass(frozen=True, kw_only=True)
class Reachable:
    """The one telephone and the one e-mail of a form; empty where there is none."""

    phone: str = ""
    email: str = ""


def restate_contacts(person: Person, contacts: Reachable) -> list[Change]:
    """The first telephone and e-mail are these from now on; gives what changed, for the entry of its action.

    Raises PhoneMalformed, EmailMalformed.
    """
    return [
        *_restate(person, ContactKind.PHONE, contacts.phone),
        *_restate(person, ContactKind.EMAIL, contacts.email),
    ]


def _restate(person: Person, kind: ContactKind, written: str) -> list[Change]:
    value = CLEAN[kind](written) if written.strip() else ""
    first = person.contacts.filter(kind=kind).first()
    old = first.value if first else ""
    if value == old:
        return []
    person.contacts.filter(kind=kind, value__in=[old, value]).delete()
    if value:
        is_preferred = first.is_preferred if first else not person.contacts.filter(is_preferred=True).exists()
        Contact.objects.create(person=person, kind=kind, value=value, is_preferred=is_preferred)
    return [Change(f"contact {kind}", old, value)]


@transaction.atomic
def add_contact(
    *,
    person: Person,
    kind: ContactKind,
    value: str,
    is_preferred: bool = False,
    note: str = "",
    by: "User | None",
    at: datetime,
) -> Contact:
    """A way to reach the person; saying a known one again only moves the preference.

    Raises PhoneMalformed, EmailMalformed.
    """
    value = CLEAN[kind](value) if kind in CLEAN else value.strip()
    if is_preferred:
        person.contacts.filter(is_preferred=True).update(is_preferred=False)
    contact, is_new = Contact.objects.update_or_create(
        person=person,
        kind=kind,
        value=value,
        defaults={"is_preferred": is_preferred, **({"note": note.strip()} if note.strip() else {})},
    )
    if is_new:
        record(
            "people.contact_added", on=person, by=by, at=at, changes=[Change(f"contact {kind}", "", value)]
        )
    return contact


@transaction.atomic
def prefer_contact(*, contact: Contact, by: "User", at: datetime) -> None:
    """This is the way in which the person wants to be reached, instead of any other."""
    contact.person.contacts.filter(is_preferred=True).update(is_preferred=False)
    Contact.objects.filter(pk=contact.pk).update(is_preferred=True)
    preferred = [Change(f"contact {contact.kind}", "", str(contact))]
    record("people.contact_preferred", on=contact.person, by=by, at=at, changes=preferred)


@transaction.atomic
def remove_contact(*, contact: Contact, by: "User", at: datetime) -> None:
    """The person can no longer be reached this way; the trail still knows it."""
    gone = [Change(f"contact {contact.kind}", contact.value, "")]
    record("people.contact_removed", on=contact.person, by=by, at=at, changes=gone)
    contact.delete()


@transaction.atomic
def settle(
    *,
    person: Person,
    address: Address,
    kind: AddressKind = AddressKind.RESIDENCE,
    from_day: date,
    by: "User | None",
    at: datetime,
) -> PersonAddress:
    """From this day the person lives here (or wants letters here); the day before was the last one elsewhere.

    The same first day again corrects the address. Raises ClosedBeforeOpened.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    before = person.addresses.filter(kind=kind, to_day=None).first()
    if before and before.from_day > from_day:
        raise errors.ClosedBeforeOpened
    settled = _moved(before, PersonAddress(person=person, address=address, kind=kind, from_day=from_day))
    moved = [Change(f"address {kind}", str(before.address) if before else "", str(address))]
    record("people.person_settled", on=person, by=by, at=at, changes=moved)
    return settled


@transaction.atomic
def move_in(
    *, person: Person, written: Written, kind: AddressKind, from_day: date, by: "User | None", at: datetime
) -> PersonAddress:
    """As `settle`, at an address as somebody wrote it. Raises what addresses raise, ClosedBeforeOpened."""
    address = register_address(written=written, by=by, at=at)
    return settle(person=person, address=address, kind=kind, from_day=from_day, by=by, at=at)


def _moved(before: PersonAddress | None, after: PersonAddress) -> PersonAddress:
    if before and before.from_day == after.from_day:
        PersonAddress.objects.filter(pk=before.pk).update(address=after.address)
        return PersonAddress.objects.get(pk=before.pk)
    if before:
        PersonAddress.objects.filter(pk=before.pk).update(to_day=after.from_day - timedelta(days=1))
    after.save()
    return after
