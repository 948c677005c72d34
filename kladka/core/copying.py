"""Many rows at once by COPY: the quickest way into a table, under the same constraints."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models
from psycopg import sql


def reserve_ids(model: type[models.Model], count: int) -> list[int]:
    """So many keys that nobody else will get: rows may point to each other before any is written."""
    statement = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
    with connection.cursor() as cursor:
        cursor.execute(statement, [f'"{model._meta.db_table}"', count])  # noqa: SLF001 - documented by Django
        return [number for (number,) in cursor.fetchall()]


def copy_in(model: type[models.Model], fields: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows whose values stand in the order of `fields`; every other column gets its plain default."""
    columns, fixed = [_column(model, one) for one in fields], _defaults(model, fields)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table),  # noqa: SLF001 - documented by Django
        sql.SQL(", ").join(map(sql.Identifier, [*columns, *fixed])),
    )
    rest = tuple(fixed.values())
    cursor: Any
    with connection.cursor() as cursor, connection.wrap_database_errors, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row((*row, *rest))


def _column(model: type[models.Model], name: str) -> str:
    return str(model._meta.get_field(name).column)  # type: ignore[union-attr]  # noqa: SLF001 - plain columns


def _defaults(model: type[models.Model], fields: Sequence[str]) -> dict[str, object]:
    """By column. A default that differs from row to row, as a key made at random, must be among `fields`."""
    others = [one for one in model._meta.concrete_fields if one.name not in fields and not one.primary_key]  # noqa: SLF001 - documented by Django
    return {str(one.column): one.get_default() for one in others}
