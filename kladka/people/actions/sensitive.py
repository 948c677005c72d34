"""What few may read: traits, needs, consents. Reading the traits is itself an act that leaves a trace."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import Change, record, record_reading
from kladka.people import errors
from kladka.people.choices import Answer, ConsentKind, NeedKind
from kladka.people.models import Consent, Need, Person, SensitiveTraits

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def declare_traits(
    *, person: Person, traits: Mapping[str, object], by: "User", at: datetime
) -> SensitiveTraits:
    """What the person says of itself; fields that are not named stay as they are."""
    known, _ = SensitiveTraits.objects.select_for_update().get_or_create(person=person)
    changes = [
        Change(field, getattr(known, field), value)
        for field, value in traits.items()
        if getattr(known, field) != value
    ]
    for change in changes:
        setattr(known, change.field, change.new)
    if changes:
        known.save()
        record("people.traits_declared", on=known, by=by, at=at, changes=changes)
    return known


def read_sensitive(*, person: Person, why: str, by: "User", at: datetime) -> SensitiveTraits:
    """The traits, with a line in the log that says who read them and why. An empty row when nobody asked yet."""
    record_reading(person=person.public_id, what="people.sensitive_traits", why=why, by=by, at=at)
    return SensitiveTraits.objects.filter(person=person).first() or SensitiveTraits(person=person)


def note_history(*, person: Person, why: str, by: "User", at: datetime) -> None:
    """Say that somebody read what was changed in the person's record: former answers stand there too."""
    record_reading(person=person.public_id, what="people.history", why=why, by=by, at=at)


@transaction.atomic
def state_needs(*, person: Person, kinds: Collection[NeedKind], by: "User", at: datetime) -> None:
    """Exactly these needs are known of the person from now on."""
    known = set(person.needs.values_list("kind", flat=True))
    person.needs.exclude(kind__in=kinds).delete()
    new = [Need(person=person, kind=kind) for kind in NeedKind if kind in kinds and kind not in known]
    Need.objects.bulk_create(new)
    if new or known - set(kinds):
        record("people.needs_stated", on=person, by=by, at=at, needs=len(kinds))


@transaction.atomic
def note_consent(
    *,
    person: Person,
    kind: ConsentKind,
    answer: Answer,
    given_on: date,
    text_version: str = "",
    by: "User",
    at: datetime,
) -> Consent:
    """A new answer to this version of the text; earlier ones stay in the history."""
    consent = Consent.objects.create(
        person=person, kind=kind, answer=answer, given_on=given_on, text_version=text_version.strip()
    )
    record("people.consent_noted", on=consent, by=by, at=at)
    return consent


@transaction.atomic
def withdraw_consent(*, consent: Consent, on: date, by: "User", at: datetime) -> None:
    """From this day the consent no longer holds; that it did stays. Raises NothingToWithdraw, WithdrawnBeforeGiven."""
    consent = Consent.objects.select_for_update().get(pk=consent.pk)
    if consent.answer != Answer.YES or consent.withdrawn_on:
        raise errors.NothingToWithdraw
    if on < consent.given_on:
        raise errors.WithdrawnBeforeGiven
    Consent.objects.filter(pk=consent.pk).update(withdrawn_on=on)
    gone = [Change("withdrawn_on", None, on)]
    record("people.consent_withdrawn", on=consent, by=by, at=at, changes=gone)
