"""Rows of one programme, written table by table in the order of the file, so that a row finds those it names."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import ProtectedError

from kladka.definitions.actions.shared import Keeper
from kladka.definitions.errors import RowInUse
from kladka.definitions.format.base import Record, keys_named
from kladka.definitions.queries import named_by
from kladka.definitions.sections import SECTIONS
from kladka.definitions.tables import (
    TABLES,
    Column,
    columns,
    is_of_programme,
    names_many,
    rows_of,
    said_of,
    table,
)
from kladka.programmes.choices import AreaKind
from kladka.programmes.models import Programme

if TYPE_CHECKING:
    from kladka.accounts.models import User


class Writer:
    """Remembers the numbers of the rows that are already written, by table and key."""

    def __init__(self, programme: Programme, *, municipality_code: str, by: "User", at: datetime) -> None:
        self.programme = programme
        self.keeper = Keeper(municipality_code=municipality_code, by=by, at=at)
        self.numbers: dict[str, dict[str, int]] = {}

    def write(self, section: str, records: Sequence[Record]) -> None:
        """Make rows that are new, change those that say something else."""
        there = {row.key: row for row in rows_of(section, self.programme)}
        self.numbers[section] = {key: row.pk for key, row in there.items()}
        if not records:
            return
        self._free_numbers(section, there, records)
        new = []
        for position, record in enumerate(records):
            row = there.get(record.key) or self._new(section)
            is_changed = _set(row, {**self._values(section, record), "position": position})
            if row.pk is None:
                new.append(row)
            elif is_changed:
                row.save()
        table(section).bulk_create(new)
        self.numbers[section] |= {row.key: row.pk for row in new}
        self._link_within(section, records)
        for column in names_many(section):
            self._name_many(section, column, records)

    def take_out(self, section: str, records: Sequence[Record]) -> None:
        """Remove rows that the file no longer has. Raises RowInUse."""
        kept = {record.key for record in records}
        gone = [row for row in rows_of(section, self.programme) if row.key not in kept]
        for column in self._inner(section):
            table(section).filter(pk__in=[row.pk for row in gone]).update(**{column.name: None})
        for row in gone:
            try:
                row.delete()
            except ProtectedError:
                raise RowInUse(section, row.key) from None

    def _new(self, section: str) -> Any:
        return TABLES[section](**({"programme_id": self.programme.pk} if is_of_programme(section) else {}))

    def _values(self, section: str, record: Record) -> dict[str, Any]:
        values = said_of(record)
        for column in columns(type(record)):
            value = getattr(record, column.name)
            if column.shared:
                values |= self.keeper.kept(
                    column.name, column.shared, value, if_district=_is_district(record)
                )
            elif column.refers and not column.is_many and column.refers != section:
                values[f"{column.name}_id"] = self.numbers[column.refers][value] if value else None
        return values

    def _free_numbers(self, section: str, there: dict[str, Any], records: Sequence[Record]) -> None:
        """Two editions may exchange their numbers; the database sees one row after the other."""
        if section == "editions":
            moved = [row.key for row in records if row.key in there and there[row.key].number != row.number]  # type: ignore[attr-defined]
            rows_of(section, self.programme).filter(key__in=moved).update(number=None)

    def _inner(self, section: str) -> list[Column]:
        """Fields that name a row of the same table."""
        return [column for column in columns(SECTIONS[section]) if column.refers == section]

    def _link_within(self, section: str, records: Sequence[Record]) -> None:
        """Links inside one table, when all its rows have numbers."""
        numbers = self.numbers[section]
        for column in self._inner(section):
            wanted = {record.key: getattr(record, column.name) for record in records}
            for row in rows_of(section, self.programme).filter(key__in=wanted):
                if _set(row, {f"{column.name}_id": numbers.get(wanted[row.key])}):
                    row.save(update_fields=[column.name])

    def _name_many(self, section: str, column: Column, records: Sequence[Record]) -> None:
        now = named_by(section, column, self.programme)
        for record in records:
            number = self.numbers[section][record.key]
            wanted = list(keys_named(getattr(record, column.name)))
            if now[number] != wanted:
                row = table(section).get(pk=number)
                manager = getattr(row, column.name)
                manager.clear()
                for key in wanted:  # one after the other, so that their order is kept
                    manager.add(self.numbers[column.refers][key])


def _set(row: Any, values: dict[str, Any]) -> bool:
    """Whether anything is another now."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    return bool(changed)


def _is_district(record: Record) -> bool:
    return getattr(record, "kind", None) == AreaKind.DISTRICT
