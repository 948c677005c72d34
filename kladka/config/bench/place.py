"""Where benches work: a database of their own on the server in use, with one municipality, dropped at the end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex
from typing import LiteralString

import psycopg
from psycopg import sql

from kladka.config.running.database import database
from kladka.core.errors import DomainError

HOST = "bench.localhost"
CODE = "9999991"  # nobody has it


@contextmanager
def bench_database() -> Iterator[None]:
    """For the time of a run the settings point at an empty database. Raises LauncherError, DomainError."""
    with database() as addresses:
        server, _slash, _name = addresses.owner.rpartition("/")
        name = f"kladka_bench_{token_hex(4)}"
        _execute(server, "CREATE DATABASE {}", name)
        os.environ["DATABASE_URL"] = os.environ["DATABASE_APP_URL"] = f"{server}/{name}"
        try:
            yield
        finally:
            _execute(server, "DROP DATABASE {} WITH (FORCE)", name)


def _execute(server: str, statement: LiteralString, name: str) -> None:
    try:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(sql.Identifier(name)))
    except psycopg.Error as error:
        said = " ".join(str(error).split())
        raise DomainError(
            f"A bench needs a database of its own and may not make one. The server said: {said}"
        ) from error


def make_town() -> None:
    """The tables, and a municipality to measure in; this connection stays in it."""
    from kladka.municipalities.actions import add_municipality, prepare_database  # noqa: PLC0415 - after the settings
    from kladka.municipalities.tenancy import connection  # noqa: PLC0415

    prepare_database()
    connection.set_tenant(add_municipality(name="Bench", teryt_code=CODE, host=HOST))
