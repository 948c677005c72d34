"""The national registers, taken over from their official files."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Model
from psycopg import sql

from kladka.municipalities.models import Locality, Street, Unit, Urbanisation
from kladka.municipalities.registers import Register
from kladka.municipalities.tenancy import connection

TABLES: Mapping[str, type[Model]] = {"TERC": Unit, "SIMC": Locality, "ULIC": Street, "DEGURBA": Urbanisation}


@transaction.atomic
def import_register(register: Register) -> int:
    """Write a file that was read; a state that is here already is replaced, older ones stay. Answers the rows."""
    connection.set_schema_to_public()
    model = TABLES[register.layout.name]
    model._default_manager.filter(held_on__in=register.states).delete()  # noqa: SLF001
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table),  # noqa: SLF001 - Django's own name for it
        sql.SQL(", ").join(sql.Identifier(name) for name in register.layout.fields),
    )
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in register.rows:
            copy.write_row(row)
    return len(register.rows)
