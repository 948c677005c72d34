"""What every action calls at its end: one entry that says who did what to which record."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from django.conf import settings
from django.db.models import Model

from kladka.audit import keys
from kladka.audit.models import Entry, Reading

GUARDED = {"personal", "sensitive"}


class Actor(Protocol):
    """Of a user (who belongs to a module above) the trail needs the number and the name of that day."""

    @property
    def pk(self) -> Any: ...

    @property
    def name(self) -> str: ...


class Change(NamedTuple):
    """A field by its name in the model (or a word for what has no field), what it held and what it holds."""

    field: str
    old: object
    new: object


def record(
    verb: str,
    *,
    on: Model,
    by: Actor | None,
    at: datetime,
    person: UUID | None = None,
    reason: str = "",
    changes: Sequence[Change] = (),
    **counts: int | str,
) -> None:
    """Say that somebody did something: `record("activities.attendance_recorded", on=session, …, marks=20)`.

    Whose record it is follows from `on` where that is a person or has one; say `person` otherwise. The reason
    and the personal fields of a person's record are sealed with that person's key. `by=None`: nobody signed in.
    """
    person = person or person_of(on)
    sealed = _sealed(on, person, reason, changes)
    Entry.objects.create(
        at=at,
        **_who(by),
        verb=verb,
        subject_kind=on._meta.label_lower,  # noqa: SLF001 - documented by Django
        subject_id=str(on.pk),
        person=person,
        reason="" if person else reason,
        counts=counts,
        changes=[_plain(one) for one in changes if not _is_guarded(on, person, one.field)],
        sealed=keys.seal(sealed, person=person) if sealed else None,
    )


def record_each(verb: str, *, on: Iterable[Model], by: Actor | None, at: datetime) -> None:
    """The same of many records at once, in one statement: what one action did to twenty people."""
    Entry.objects.bulk_create(
        Entry(
            at=at,
            **_who(by),
            verb=verb,
            subject_kind=one._meta.label_lower,  # noqa: SLF001 - documented by Django
            subject_id=str(one.pk),
            person=person_of(one),
        )
        for one in on
    )


def record_reading(*, person: UUID, what: str, why: str, by: Actor, at: datetime) -> None:
    """Say that somebody looked at a person's sensitive record, and by what right."""
    Reading.objects.create(person=person, what=what, why=why, at=at, **_who(by))


def record_readings(*, persons: Iterable[UUID], what: str, why: str, by: Actor, at: datetime) -> None:
    """The same of a list that shows many, in one statement."""
    Reading.objects.bulk_create(
        Reading(person=person, what=what, why=why, at=at, **_who(by)) for person in persons
    )


def changes_between(before: Mapping[str, object], after: Mapping[str, object]) -> list[Change]:
    """What differs, for `record(changes=…)`; a field missing before was empty."""
    return [Change(field, before.get(field), new) for field, new in after.items() if before.get(field) != new]


def fields_of(thing: Model, fields: Iterable[str]) -> dict[str, object]:
    """The named fields as they are now: keep it before a change, compare with it after."""
    return {field: getattr(thing, field) for field in fields}


def person_of(thing: Model) -> UUID | None:
    """Whose record it is: the person itself, or the `person` that it belongs to."""
    owner = thing if thing._meta.label == settings.PERSON_MODEL else getattr(thing, "person", None)  # noqa: SLF001 - documented by Django
    found = getattr(owner, "public_id", None)
    return found if isinstance(found, UUID) else None


def _who(by: Actor | None) -> dict[str, Any]:
    return {"actor_id": by.pk if by else None, "actor_name": by.name if by else ""}


def _sealed(on: Model, person: UUID | None, reason: str, changes: Sequence[Change]) -> dict[str, object]:
    guarded = [_plain(one) for one in changes if _is_guarded(on, person, one.field)]
    about = {"reason": reason} if person and reason else {}
    return {**about, **({"changes": guarded} if guarded else {})}


def _is_guarded(on: Model, person: UUID | None, field: str) -> bool:
    """By the model's own word; what is no field of a person's record (“contact phone”) is taken for personal."""
    privacy: Mapping[str, str] = getattr(on, "privacy", {})
    if field in privacy:
        return privacy[field] in GUARDED
    return person is not None and field not in {one.name for one in on._meta.get_fields()}  # noqa: SLF001 - documented by Django


def _plain(change: Change) -> list[object]:
    return [change.field, _written(change.old), _written(change.new)]


def _written(value: object) -> object:
    """As JSON keeps it: a word, a number, yes or no, or nothing."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)
