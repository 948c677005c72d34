"""Which model keeps the rows of which table of the file, and which columns keep which field.

A field and its columns have one name; a value of two parts has two columns (`starts`, `starts_precision`). Read
`COLUMNS` as: what to ask the database for, how to make the value of the file from it, and what to write.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from django.db.models import Manager, Model, QuerySet
from pydantic import BaseModel

from kladka.activities import models as activities
from kladka.advice import models as advice
from kladka.care import models as care
from kladka.definitions.format.base import Record, mark_of
from kladka.definitions.format.values import Columns, Refers, Shared, plain
from kladka.definitions.sections import SECTIONS
from kladka.definitions.shared import organisation_from, venue_from
from kladka.employment import models as employment
from kladka.finance import models as finance
from kladka.indicators import models as indicators
from kladka.initiatives import models as initiatives
from kladka.programmes import models as programmes
from kladka.programmes.choices import Precision, Relation
from kladka.programmes.rules import Amount, Length, PartialDate
from kladka.recruitment import models as recruitment
from kladka.volunteering import models as volunteering

Row = Mapping[str, Any]

TABLES: dict[str, type[Model]] = {
    "editions": programmes.Edition,
    "amendments": programmes.Amendment,
    "parties": programmes.Party,
    "areas": programmes.Area,
    "sites": programmes.Site,
    "target_groups": programmes.TargetGroup,
    "communities": programmes.Community,
    "local_activity_programmes": programmes.LocalActivityProgramme,
    "texts": programmes.Text,
    "contacts": programmes.Contact,
    "marks": programmes.FundMark,
    "tasks": programmes.Task,
    "stages": programmes.Stage,
    "staff": programmes.Staff,
    "supports": programmes.Support,
    "quotas": programmes.Quota,
    "offers": programmes.Offer,
    "groups": activities.Group,
    "weekly_frames": activities.WeeklyFrame,
    "events": activities.Event,
    "initiative_calls": initiatives.InitiativeCall,
    "advice_points": advice.AdvicePoint,
    "advice_hours": advice.AdviceHours,
    "volunteer_centres": volunteering.VolunteerCentre,
    "training_flats": care.TrainingFlat,
    "therapies": care.Therapy,
    "courses": employment.Course,
    "internships": employment.Internship,
    "budgets": finance.Budget,
    "sources": finance.Source,
    "yearly_amounts": finance.YearlyAmount,
    "budget_lines": finance.BudgetLine,
    "grounds": recruitment.Ground,
    "schemes": recruitment.Scheme,
    "scheme_sources": recruitment.SchemeSource,
    "criteria": recruitment.Criterion,
    "criterion_options": recruitment.CriterionOption,
    "tie_breaks": recruitment.TieBreak,
    "rounds": recruitment.Round,
    "round_quotas": recruitment.RoundQuota,
    "measures": indicators.Measure,
    "targets": indicators.Target,
    "figures": programmes.Figure,
    "announced_totals": programmes.AnnouncedTotal,
    "dictionaries": programmes.DictionaryEntry,
    "rates": programmes.DatedRate,
}


@dataclass(frozen=True)
class Column:
    """One field of the file. Keys of other rows and shared records are written by the action that knows them."""

    name: str
    reads: tuple[str, ...]
    value: Callable[[Row], Any]
    written: Callable[[Any], dict[str, Any]]
    refers: str = ""
    shared: Shared | None = None
    is_many: bool = False


def table(section: str) -> "Manager[Any]":
    manager: Manager[Any] = TABLES[section]._default_manager  # noqa: SLF001 - documented by Django
    return manager


def is_of_programme(section: str) -> bool:
    """Whether its rows name the programme themselves; else their edition does."""
    return any(field.name == "programme" for field in TABLES[section]._meta.fields)  # noqa: SLF001 - documented by Django


def rows_of(section: str, programme: programmes.Programme) -> "QuerySet[Any]":
    """The rows of one table of a programme, in the order of the file."""
    path = "programme" if is_of_programme(section) else "edition__programme"
    return table(section).filter(**{path: programme}).order_by("position", "pk")


@cache
def columns(record: type[BaseModel]) -> tuple[Column, ...]:
    return tuple(_column(name, info) for name, info in record.model_fields.items())


def names_many(section: str) -> tuple[Column, ...]:
    """Fields that name several rows of another table."""
    return tuple(column for column in columns(SECTIONS[section]) if column.is_many)


def _column(name: str, info: Any) -> Column:
    refers, kind, shared = mark_of(info, Refers), mark_of(info, Columns), mark_of(info, Shared)
    if refers is not None:
        return _key(name, refers.section, is_many=get_origin(info.annotation) is tuple)
    if shared is not None and shared != Shared.DISTRICT:
        return _shared(name, shared)
    if kind is not None:
        return _TWO_COLUMNS[kind](name, _type(info.annotation))
    return Column(name, (name,), _reader(name, _type(info.annotation)), _writer(name), shared=shared)


def _type(annotation: Any) -> Any:
    """`Scope` of `Scope | None`."""
    inner = [one for one in get_args(annotation) if one is not NoneType]
    return inner[0] if NoneType in get_args(annotation) else annotation


def _key(name: str, section: str, *, is_many: bool) -> Column:
    if is_many:
        return Column(name, (), lambda row: tuple(row[name]), lambda _: {}, refers=section, is_many=True)
    return Column(name, (f"{name}__key",), lambda row: row[f"{name}__key"], lambda _: {}, refers=section)


def _shared(name: str, shared: Shared) -> Column:
    reads, read = {Shared.ORGANISATION: organisation_from(name), Shared.VENUE: venue_from(name)}[shared]
    return Column(name, reads, read, lambda _: {}, shared=shared)


def _reader(name: str, kind: Any) -> Callable[[Row], Any]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda row: kind(row[name]) if row[name] else None
    if kind is Decimal:
        return lambda row: None if row[name] is None else plain(row[name])
    if get_origin(kind) is tuple:
        return lambda row: tuple(row[name])
    return lambda row: row[name]


def _writer(name: str) -> Callable[[Any], dict[str, Any]]:
    def written(value: Any) -> dict[str, Any]:
        if isinstance(value, Enum):
            return {name: value.value}
        return {name: list(value) if isinstance(value, tuple) else value}

    return written


def _date(name: str, _kind: Any) -> Column:
    precision = f"{name}_precision"

    def value(row: Row) -> PartialDate | None:
        return PartialDate(row[name], Precision(row[precision])) if row[name] else None

    def written(date: PartialDate | None) -> dict[str, Any]:
        if date is None:
            return {name: None, precision: Precision.DAY.value}
        return {name: date.first_day, precision: date.precision.value}

    return Column(name, (name, precision), value, written)


def _number(name: str, kind: Any) -> Column:
    relation = f"{name}_relation"

    def value(row: Row) -> Any:
        return None if row[name] is None else kind(row[name], Relation(row[relation]))

    def written(number: Any) -> dict[str, Any]:
        if number is None:
            return {name: None, relation: Relation.EXACTLY.value}
        bare = number.value if kind is Amount else number.number
        return {name: bare, relation: number.relation.value}

    return Column(name, (name, relation), value, written)


def _length(name: str, _kind: Any) -> Column:
    months, words = f"{name}_months", f"{name}_words"

    def value(row: Row) -> Length | None:
        return Length(row[months], row[words]) if row[months] or row[words] else None

    def written(length: Length | None) -> dict[str, Any]:
        return {months: length and length.months, words: length.words if length else ""}

    return Column(name, (months, words), value, written)


_TWO_COLUMNS: dict[Columns, Callable[[str, Any], Column]] = {
    Columns.DATE: _date,
    Columns.NUMBER: _number,
    Columns.LENGTH: _length,
}


def said_of(record: Record | BaseModel) -> dict[str, Any]:
    """What the columns of a row hold, without keys of other rows and without shared records."""
    said: dict[str, Any] = {}
    for column in columns(type(record)):
        value = getattr(record, column.name)
        said |= column.written("" if value is None and _is_word(record, column.name) else value)
    return said


@cache
def _words(record: type[BaseModel]) -> frozenset[str]:
    """Fields of choices that may be left out: their column is empty then."""
    kinds = {name: _type(info.annotation) for name, info in record.model_fields.items()}
    return frozenset(
        name for name, kind in kinds.items() if isinstance(kind, type) and issubclass(kind, Enum)
    )


def _is_word(record: BaseModel, name: str) -> bool:
    return name in _words(type(record))
