"""The two login roles and the database: one owns and migrates, the other is the application's."""

from typing import LiteralString

import psycopg
from psycopg import Connection, sql

from kladka.core.postgres.cluster import APP, OWNER

DATABASE = "kladka"


def ensure(*, admin_url: str, template_url: str, app_password: str) -> None:
    """Make roles and database once. The database comes last: where it is, all is."""
    with psycopg.connect(admin_url, autocommit=True) as admin:
        if _there(admin, "SELECT 1 FROM pg_database WHERE datname = %s", DATABASE):
            return
        _ensure_app_role(admin, app_password)
    with psycopg.connect(template_url, autocommit=True) as template:  # databases made for tests copy this one
        share_what_will_be_made(template, owner=OWNER, app=APP)
    with psycopg.connect(admin_url, autocommit=True) as admin:
        admin.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(OWNER))
        )


def _there(admin: "Connection[tuple[object, ...]]", question: LiteralString, name: str) -> bool:
    return admin.execute(question, [name]).fetchone() is not None


def _ensure_app_role(admin: "Connection[tuple[object, ...]]", password: str) -> None:
    role = sql.Identifier(APP)
    if not _there(admin, "SELECT 1 FROM pg_roles WHERE rolname = %s", APP):
        admin.execute(sql.SQL("CREATE ROLE {}").format(role))
    admin.execute(sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}").format(role, sql.Literal(password)))


def share_what_will_be_made(database: "Connection[tuple[object, ...]]", *, owner: str, app: str) -> None:
    """Let the application use what the owner makes in this database from now on.

    It may read and write rows; what it may only add to is taken back in `municipalities/rights.py`.
    """
    for rights in (
        "SELECT, INSERT, UPDATE, DELETE ON TABLES",
        "USAGE, SELECT ON SEQUENCES",
        "USAGE ON SCHEMAS",
    ):
        database.execute(
            sql.SQL("ALTER DEFAULT PRIVILEGES FOR ROLE {} GRANT {} TO {}").format(
                sql.Identifier(owner), sql.SQL(rights), sql.Identifier(app)
            )
        )
