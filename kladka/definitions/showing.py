"""A definition for readers: every table of the file with its rows in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from enum import Enum
from functools import singledispatch
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from kladka.core import wording
from kladka.definitions.canonical import said
from kladka.definitions.choices import Section
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import Record, keys_named, references
from kladka.definitions.format.programme import Organisation
from kladka.definitions.sections import SECTIONS
from kladka.definitions.tables import TABLES
from kladka.programmes.choices import Precision, Relation
from kladka.programmes.models import Programme
from kladka.programmes.rules import Amount, Count, Length, PartialDate

_NAMES = ("title", "name", "organisation", "described_as", "role", "text", "venue", "label")


@dataclass(frozen=True)
class Said:
    """One field: its name for people and what it says."""

    label: str
    text: str


@dataclass(frozen=True)
class Row:
    key: str
    title: str
    fields: tuple[Said, ...]


@dataclass(frozen=True)
class Table:
    section: str
    title: str
    rows: tuple[Row, ...]


def head(file: ProgrammeFile) -> tuple[Said, ...]:
    """What is said of the programme itself and of its public page."""
    meta: Any = Programme._meta  # noqa: SLF001 - documented by Django
    fields = [*said(file.programme), *(said(file.page) if file.page else ())]
    return tuple(Said(str(meta.get_field(name).verbose_name), shown(value)) for name, value in fields)


def tables(file: ProgrammeFile) -> tuple[Table, ...]:
    """The tables that have rows, in the order of the file."""
    names = {section: {row.key: _title(row) for row in file.rows(section)} for section in SECTIONS}
    return tuple(
        Table(
            section,
            str(Section(section).label),
            tuple(_row(section, row, names) for row in file.rows(section)),
        )
        for section in SECTIONS
        if file.rows(section)
    )


def _row(section: str, record: Record, names: dict[str, dict[str, str]]) -> Row:
    return Row(record.key, _title(record), tuple(_fields(section, record, names)))


def _fields(section: str, record: Record, names: dict[str, dict[str, str]]) -> Iterator[Said]:
    refers = dict(references(type(record)))
    for name, value in said(record):
        if name in {"key", "title", "edition"} or value in (None, "", ()):
            continue
        of = names[refers[name]] if name in refers else {}
        yield Said(
            _label(section, name), ", ".join(of[key] for key in keys_named(value)) if of else shown(value)
        )


def _title(record: Record) -> str:
    """What people would call the row; its key where it has no name."""
    named = (getattr(record, name, "") for name in _NAMES)
    return next((shown(one) for one in named if one), record.key)[:200]


def _label(section: str, name: str) -> str:
    """The name that the field has everywhere else in the product."""
    meta: Any = TABLES[section]._meta  # noqa: SLF001 - documented by Django
    try:
        return wording.tidy(str(meta.get_field(name).verbose_name))
    except FieldDoesNotExist:
        return str(meta.get_field(f"{name}_words").verbose_name)


@singledispatch
def shown(value: object) -> str:
    return str(value)


@shown.register
def _enum(value: Enum) -> str:
    return str(getattr(value, "label", value.value))


@shown.register
def _flag(value: bool) -> str:  # noqa: FBT001 - chosen by its type
    return _("yes") if value else _("no")


@shown.register
def _decimal(value: Decimal) -> str:
    return wording.number(value)


@shown.register
def _time(value: time) -> str:
    return wording.hour(value)


@shown.register
def _date(value: PartialDate) -> str:
    if value.precision == Precision.YEAR:
        return str(value)
    return (
        wording.day(value.first_day) if value.precision == Precision.DAY else wording.month(value.first_day)
    )


@shown.register
def _count(value: Count) -> str:
    return _related(wording.number(value.number), value.relation)


@shown.register
def _amount(value: Amount) -> str:
    return _related(wording.number(value.value), value.relation)


@shown.register
def _length(value: Length) -> str:
    return value.words or _("%(count)s months") % {"count": value.months}


@shown.register
def _lines(value: tuple) -> str:  # type: ignore[type-arg]
    return ", ".join(shown(one) for one in value)


@shown.register
def _organisation(value: Organisation) -> str:
    return f"{value.name} ({value.kind.label})"


def _related(number: str, relation: Relation) -> str:
    return number if relation == Relation.EXACTLY else f"{relation.label} {number}"
