"""A definition for readers: every table of the file with its rows in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import singledispatch
from itertools import groupby
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from kladka.core import wording
from kladka.definitions.canonical import said
from kladka.definitions.checks.periods import agreed_and_amended
from kladka.definitions.choices import Section
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import Record, keys_named, references
from kladka.definitions.format.programme import Organisation
from kladka.definitions.sections import SECTIONS, theme_of
from kladka.definitions.tables import TABLES
from kladka.programmes.choices import Precision, Relation
from kladka.programmes.models import Programme
from kladka.programmes.rules import Amount, Count, Length, PartialDate, Period, is_signed_by

_NAMES = ("title", "name", "organisation", "described_as", "role", "text", "venue", "label")


@dataclass(frozen=True)
class Said:
    """One field: its name for people and what it says."""

    label: str
    text: str


@dataclass(frozen=True)
class Row:
    """One row of a table. `is_ahead`: an amendment brings it that is signed later."""

    key: str
    title: str
    fields: tuple[Said, ...]
    is_ahead: bool = False


@dataclass(frozen=True)
class Table:
    section: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Part:
    """Tables of one theme."""

    theme: str
    title: str
    tables: tuple[Table, ...]


def head(file: ProgrammeFile, *, on: date) -> tuple[Said, ...]:
    """What is said of the programme itself and of its public page, and how long its editions run as of a day."""
    meta: Any = Programme._meta  # noqa: SLF001 - documented by Django
    fields = [*said(file.programme), *(said(file.page) if file.page else ())]
    told = (Said(str(meta.get_field(name).verbose_name), shown(value)) for name, value in fields)
    return (*told, *_periods(file, on))


def _periods(file: ProgrammeFile, on: date) -> Iterator[Said]:
    """The period that is in force on the day, where anything of it is known."""
    for edition in file.editions:
        period = agreed_and_amended(file, edition.key, on=on)
        days = [shown(one) if one else "…" for one in (period.start, period.end)]
        if period != Period():
            label = _("period in force") if len(file.editions) == 1 else _("period in force, %(edition)s")
            yield Said(label % {"edition": _title(edition)}, " – ".join(days))


def tables(file: ProgrammeFile, *, on: date) -> tuple[Table, ...]:
    """The tables that have rows, in the order of the file; what is not in force on the day says so."""
    ahead = _ahead(file, on)
    names = {section: {row.key: _title(row) for row in file.rows(section)} for section in SECTIONS}
    return tuple(
        Table(
            section,
            str(Section(section).label),
            tuple(
                replace(_row(section, row, names), is_ahead=(section, row.key) in ahead)
                for row in file.rows(section)
            ),
        )
        for section in SECTIONS
        if file.rows(section)
    )


def parts(file: ProgrammeFile, *, on: date) -> tuple[Part, ...]:
    """The tables by what they speak of."""
    themes = groupby(tables(file, on=on), key=lambda table: theme_of(table.section))
    return tuple(Part(theme.value, str(theme.label), tuple(found)) for theme, found in themes)


def _ahead(file: ProgrammeFile, on: date) -> set[tuple[str, str]]:
    """Amendments that are signed later, the money that they bring, and what is made of that money."""
    later = {one.key for one in file.amendments if not is_signed_by(one.signed, on)}
    budgets = {one.key for one in file.budgets if one.amendment in later}
    parts = (
        (section, row.key)
        for section in ("sources", "yearly_amounts", "budget_lines")
        for row in file.rows(section)
        if getattr(row, "budget", None) in budgets
    )
    return {*(("amendments", key) for key in later), *(("budgets", key) for key in budgets), *parts}


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
