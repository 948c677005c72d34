"""The application's own role of the database may add to the trail and read it, and nothing else."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from kladka.audit.models import Entry, Reading
from kladka.municipalities import rights

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
ENTRY = {
    "at": AT,
    "actor_name": "Anna",
    "verb": "audit.tried",
    "subject_kind": "audit.entry",
    "subject_id": "1",
}
READING = {"at": AT, "actor_name": "Anna", "person": UUID(int=1), "what": "traits", "why": "none"}


@pytest.fixture
def _as_the_application(db: None) -> Iterator[None]:  # noqa: ARG001
    role = settings.DATABASE_APP_ROLE
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE ROLE {role}")
        rights.share("test")
        cursor.execute(f"SET LOCAL ROLE {role}")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


@pytest.mark.usefixtures("_as_the_application")
def test_the_application_adds_to_the_trail_and_reads_it() -> None:
    Entry.objects.create(**ENTRY)
    Reading.objects.create(**READING)

    assert (Entry.objects.count(), Reading.objects.count()) == (1, 1)


@pytest.mark.usefixtures("_as_the_application")
@pytest.mark.parametrize("table", settings.APPEND_ONLY_TABLES)
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET actor_name = 'Nobody'", "DELETE FROM {}", "TRUNCATE {}", "DROP TABLE {}"]
)
def test_the_application_cannot_rewrite_the_trail(statement: str, table: str) -> None:
    refused = pytest.raises(DatabaseError, match=r"permission denied|must be owner")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))


@pytest.mark.usefixtures("_as_the_application")
def test_the_application_writes_what_is_not_the_trail() -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO places_district (name) VALUES ('Dąb')")
        cursor.execute("UPDATE places_district SET name = 'Dąb Wielki'")
        cursor.execute("DELETE FROM places_district")
        assert cursor.rowcount == 1
