"""Who is close to a person."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import Change, record
from kladka.people import errors, rules
from kladka.people.choices import Kinship
from kladka.people.models import Guardian, Person, PersonLink

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def link_environment(
    *,
    person: Person,
    other: Person,
    role: Kinship,
    from_day: date,
    same_household: bool = False,
    by: "User",
    at: datetime,
) -> PersonLink:
    """Say that `other` belongs to the close environment of `person`. Saying it twice changes nothing.

    Raises LinkedToOneself.
    """
    if person == other:
        raise errors.LinkedToOneself
    link, is_new = PersonLink.objects.get_or_create(
        person=person,
        other=other,
        role=role,
        defaults={"from_day": from_day, "same_household": same_household},
    )
    if is_new:
        record("people.environment_linked", on=person, by=by, at=at, other=other.pk)
    return link


@transaction.atomic
def name_guardian(
    *,
    person: Person,
    name: str,
    kinship: Kinship,
    phone: str = "",
    consent_on: date | None = None,
    from_day: date,
    by: "User | None",
    at: datetime,
) -> Guardian:
    """Who signs for a minor or a ward from this day on. Raises what names and telephones raise."""
    guardian = Guardian.objects.create(
        person=person,
        name=rules.clean_name(name),
        kinship=kinship,
        phone=rules.clean_phone(phone) if phone else "",
        consent_on=consent_on,
        from_day=from_day,
    )
    record("people.guardian_named", on=person, by=by, at=at)
    return guardian


@transaction.atomic
def move_household(*, link: PersonLink, same: bool, by: "User", at: datetime) -> None:
    """The other person lives in the same household from now on, or no longer does."""
    moved = [Change("same_household", link.same_household, same)]
    PersonLink.objects.filter(pk=link.pk).update(same_household=same)
    record("people.household_changed", on=link, by=by, at=at, changes=moved)


@transaction.atomic
def end_link(*, link: PersonLink, on: date, by: "User", at: datetime) -> None:
    """The last day on which the other one is close to the person. Raises ClosedBeforeOpened."""
    if on < link.from_day:
        raise errors.ClosedBeforeOpened
    PersonLink.objects.filter(pk=link.pk).update(to_day=on)
    record("people.environment_left", on=link, by=by, at=at, changes=[Change("to_day", None, on)])
