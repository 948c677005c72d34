"""The trail as it is shown on records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from importlib import import_module
from importlib.util import find_spec
from operator import or_
from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import DateField, DateTimeField, Model, Q, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kladka.audit import keys
from kladka.audit.models import Entry, Reading
from kladka.core import wording

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = Mapping[str, str | _StrPromise]


NOTHING = "–"


@dataclass(frozen=True)
class ShownChange:
    label: str
    old: str
    new: str

    @property
    def is_first(self) -> bool:
        """Nothing was there before."""
        return self.old == NOTHING


@dataclass(frozen=True)
class Line:
    """One entry in the reader's words. `is_erased`: personal values were destroyed with the person's key."""

    at: datetime
    who: str
    what: str
    reason: str
    changes: tuple[ShownChange, ...]
    is_erased: bool


def trail_of(*subjects: Model) -> list[Line]:
    """Everything that was done to this record, or to these, the newest first. One query."""
    return lines(Entry.objects.filter(reduce(or_, map(_about, subjects), Q(pk__in=[]))))


def trail_of_person(*known_as: UUID) -> list[Line]:
    """Everything that was done to any record of this person, under each of its ids, the newest first. One query."""
    return lines(Entry.objects.filter(person__in=known_as))


def readings_of(*known_as: UUID) -> QuerySet[Reading]:
    """Who looked at the person's sensitive record, under each of its ids, the newest first."""
    return Reading.objects.filter(person__in=known_as)


def _about(subject: Model) -> Q:
    kind = subject._meta.label_lower  # noqa: SLF001 - documented by Django
    return Q(subject_kind=kind, subject_id=str(subject.pk))


def lines(entries: Iterable[Entry]) -> list[Line]:
    return [line(one) for one in entries]


def line(entry: Entry) -> Line:
    opened = keys.unseal(entry.sealed, person=entry.person) if entry.sealed else {}
    known = opened or {}
    guarded = known.get("changes", [])
    rows = [*entry.changes, *(guarded if isinstance(guarded, list) else [])]
    return Line(
        at=entry.at,
        who=entry.actor_name or _("somebody not signed in"),
        what=words_for(entry.verb),
        reason=entry.reason or str(known.get("reason", "")),
        changes=tuple(one for row in rows if (one := _shown(entry.subject_kind, *row)).old != one.new),
        is_erased=opened is None,
    )


def words_for(verb: str) -> str:
    """What the module that did it calls it: `VERBS` of its `trail.py`."""
    return str(verbs_of(verb.partition(".")[0]).get(verb, verb))


def verbs_of(module: str) -> "Words":
    name = f"kladka.{module}.trail"
    if find_spec(f"kladka.{module}") is None or find_spec(name) is None:
        return {}
    verbs: Words = import_module(name).VERBS
    return verbs


def _shown(kind: str, name: str, old: object, new: object) -> ShownChange:
    field = _field(kind, name)
    label = str(getattr(field, "verbose_name", "") or _(name))  # a change that is no column
    return ShownChange(label, _said(field, old), _said(field, new))


def _field(kind: str, name: str) -> object:
    try:
        return apps.get_model(kind)._meta.get_field(name)  # noqa: SLF001 - documented by Django
    except (LookupError, FieldDoesNotExist):
        return None


def _said(field: object, value: object) -> str:
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(field, DateTimeField):
        moment = localtime(datetime.fromisoformat(str(value)))
        return f"{wording.day(moment.date())}, {wording.hour(moment)}"
    if isinstance(field, DateField):
        return wording.day(date.fromisoformat(str(value)))
    choices = dict(getattr(field, "flatchoices", None) or [])
    return str(choices.get(value, value))
