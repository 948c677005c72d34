"""Who may be one person: written down when somebody is, looked for every night, and answered once."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import record
from kladka.people import errors
from kladka.people.actions.involving import Taking, involve
from kladka.people.actions.reach import Reachable, add_contact
from kladka.people.choices import ContactKind, Ground
from kladka.people.models import Person, Resemblance
from kladka.people.queries.likeness import alike, identity_of, pairs_alike

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Edition

AT_ONCE = 2000


@transaction.atomic
def recognise(
    *, person: Person, edition: "Edition", contacts: Reachable, on: date, by: "User", at: datetime
) -> None:
    """Somebody who seemed new is this person of the record: takes part here too; new ways of contact are added."""
    involve(Taking(person=person, edition=edition, from_day=on))
    known = set(person.contacts.values_list("kind", "value"))
    for kind, value in ((ContactKind.PHONE, contacts.phone), (ContactKind.EMAIL, contacts.email)):
        if value.strip() and (kind, value.strip()) not in known:
            add_contact(person=person, kind=kind, value=value, by=by, at=at)
    record("people.person_recognised", on=person, by=by, at=at)


def note_resemblances(
    person: Person, *, unlike: Iterable[Person] = (), by: "User | None", at: datetime
) -> None:
    """Write down whom somebody new may be; those whom the clerk saw and said no to are told apart at once."""
    told = {one.pk for one in unlike} if by else set()
    write(
        new_pair(person, one.person, one.grounds, at=at, told_by=by if one.person.pk in told else None)
        for one in alike(identity_of(person))
    )


@transaction.atomic
def look_for_resemblances(*, at: datetime) -> int:
    """Every two of the record who may be one and of whom nobody spoke yet. Gives how many were found."""
    before = Resemblance.objects.count()
    people = Person.objects.order_by("birth_date", "pk").iterator(chunk_size=AT_ONCE)
    write(new_pair(first, second, grounds, at=at) for first, second, grounds in pairs_alike(people))
    return Resemblance.objects.count() - before


def new_pair(
    one: Person, other: Person, grounds: Iterable[Ground], *, at: datetime, told_by: "User | None" = None
) -> Resemblance:
    first, second = sorted((one.pk, other.pk))
    return Resemblance(
        first_id=first,
        second_id=second,
        grounds=[str(ground.value) for ground in grounds],
        found_at=at,
        told_apart_by=told_by,
        told_apart_at=at if told_by else None,
    )


def write(pairs: Iterable[Resemblance]) -> None:
    """Pairs that are known stay as they are."""
    Resemblance.objects.bulk_create(pairs, ignore_conflicts=True, batch_size=AT_ONCE)


@transaction.atomic
def tell_apart(*, one: Person, other: Person, by: "User", at: datetime) -> Resemblance:
    """These are different people: nobody is asked again. Saying it twice changes nothing. Raises SamePerson."""
    if one.pk == other.pk:
        raise errors.SamePerson
    pair = Resemblance.objects.select_for_update().of(one, other).first() or new_pair(one, other, (), at=at)
    if pair.told_apart_at is None:
        pair.told_apart_by, pair.told_apart_at = by, at
        pair.save()
        record("people.told_apart", on=pair, person=one.public_id, by=by, at=at)
    return pair


@transaction.atomic
def take_back_telling_apart(*, one: Person, other: Person, by: "User", at: datetime) -> None:
    """They may be one person after all, and stand in the queue again."""
    pair = Resemblance.objects.select_for_update(of=("self",)).of(one, other).first()
    if pair and pair.told_apart_at:
        pair.told_apart_by = pair.told_apart_at = None
        pair.save()
        record("people.may_be_one_again", on=pair, person=one.public_id, by=by, at=at)
