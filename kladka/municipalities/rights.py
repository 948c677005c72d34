"""What the application's own database role may do in a schema: rows, no tables, and never the past."""

from django.conf import settings
from django.db import connection
from psycopg import sql


def share(slug: str) -> None:
    """Let the role read and write rows here, but only add to the trail. A server without the role needs nothing."""
    role, schema = sql.Identifier(settings.DATABASE_APP_ROLE), sql.Identifier(slug)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [settings.DATABASE_APP_ROLE])
        if cursor.fetchone() is None:
            return
        for right in (
            "USAGE ON SCHEMA",
            "SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA",
            "USAGE, SELECT ON ALL SEQUENCES IN SCHEMA",
        ):
            cursor.execute(sql.SQL("GRANT {} {} TO {}").format(sql.SQL(right), schema, role))
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = %s AND tablename = ANY(%s)",
            [slug, settings.APPEND_ONLY_TABLES],
        )
        for (table,) in cursor.fetchall():
            named = sql.Identifier(slug, table)
            cursor.execute(sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON TABLE {} FROM {}").format(named, role))
