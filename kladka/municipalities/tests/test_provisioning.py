"""A schema that was replayed is the one that migrations make, and is there at once."""

import re
from time import perf_counter

import pytest
from django.conf import settings

from kladka.municipalities import actions, provisioning, rights
from kladka.municipalities.models import Blueprint, Municipality
from kladka.municipalities.tenancy import connection

pytestmark = pytest.mark.usefixtures("municipality")

CATALOGUE = {
    "tables and their rights": """
        SELECT relname, relkind, relpersistence, relacl::text, reloptions::text FROM pg_class
        WHERE relnamespace = %(town)s AND relkind NOT IN ('i', 'I', 't') ORDER BY 1""",
    "columns": """
        SELECT table_name, column_name, data_type, udt_name, character_maximum_length,
            numeric_precision, numeric_scale, is_nullable, is_identity, identity_generation, identity_start,
            collation_name, column_default, generation_expression
        FROM information_schema.columns WHERE table_schema = %(name)s ORDER BY table_name, ordinal_position""",
    "constraints": """
        SELECT conrelid::regclass::text, conname, contype, condeferrable, condeferred, convalidated,
            pg_get_constraintdef(oid, true)
        FROM pg_constraint WHERE connamespace = %(town)s ORDER BY 1, 2""",
    "indexes": """
        SELECT c.relname, indisunique, indisvalid, pg_get_indexdef(c.oid, 0, true), reloptions::text
        FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE relnamespace = %(town)s ORDER BY 1""",
    "sequences": """
        SELECT sequencename, data_type::text, start_value, min_value, max_value, increment_by, cycle,
            CASE WHEN sequencename ~ '^(django|auth)_' THEN last_value END  -- the others move with the tests
        FROM pg_sequences WHERE schemaname = %(name)s ORDER BY 1""",
    "owners of sequences": """
        SELECT s.relname, t.relname, a.attname, d.deptype FROM pg_depend d
        JOIN pg_class s ON s.oid = objid AND s.relkind = 'S' JOIN pg_class t ON t.oid = refobjid
        JOIN pg_attribute a ON a.attrelid = refobjid AND a.attnum = refobjsubid
        WHERE s.relnamespace = %(town)s ORDER BY 1""",
    "the schema's own rights": "SELECT nspacl::text FROM pg_namespace WHERE oid = %(town)s",
    "migrations": "SELECT app, name FROM django_migrations ORDER BY id",
    "kinds of records": "SELECT id, app_label, model FROM django_content_type ORDER BY id",
    "permissions": "SELECT id, content_type_id, codename FROM auth_permission ORDER BY id",
}


def described(schema: str) -> dict[str, list[tuple[object, ...]]]:
    """Everything that PostgreSQL knows of a schema, with bare names."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('search_path', %s, true)", [f"{schema}, public"])
        cursor.execute("SELECT %s::regnamespace::oid", [schema])
        values = {"town": cursor.fetchone()[0], "name": schema}
        found = {}
        for what, question in CATALOGUE.items():
            cursor.execute(question, values)
            found[what] = [tuple(plain(part) for part in row) for row in cursor.fetchall()]
    return found


def plain(part: object) -> object:
    """PostgreSQL writes the casts of a list in a check anew each time it reads what it wrote; the check is the same."""
    return (
        re.sub(r"::text(\[\])?|::character varying(\[\])?|[()]", "", part) if isinstance(part, str) else part
    )


def there_is_an_application_role() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [settings.DATABASE_APP_ROLE])
        if not cursor.fetchone():
            cursor.execute(f"CREATE ROLE {settings.DATABASE_APP_ROLE}")


def test_a_replayed_schema_is_the_one_that_migrations_make() -> None:
    """The first municipality of a database takes the migrations, the second is replayed."""
    migrated, replayed = described("test"), described("other")

    assert len(migrated["tables and their rights"]) > 20
    assert replayed == migrated


def test_the_rights_of_the_application_are_alike_too() -> None:
    there_is_an_application_role()
    provisioning.make_schema("newest")
    rights.share("test")

    newest, migrated = described("newest"), described("test")

    assert newest == migrated
    assert any("kladka_app=" in str(row) for row in newest["tables and their rights"])


def test_a_new_schema_is_there_in_less_than_a_second_and_a_half() -> None:
    taken = []

    for slug in ("one", "two", "three"):
        started = perf_counter()
        provisioning.make_schema(slug)
        taken.append(perf_counter() - started)

    assert min(taken) < 1.5


def test_a_blueprint_of_another_state_of_the_code_is_not_replayed() -> None:
    Blueprint.objects.update(fingerprint="of yesterday")

    provisioning.make_schema("newest")

    (kept,) = Blueprint.objects.values_list("fingerprint", flat=True)
    assert kept != "of yesterday"
    assert described("newest") == described("test")


def test_only_a_municipality_behind_the_code_is_migrated(monkeypatch: pytest.MonkeyPatch) -> None:
    migrated: list[str] = []
    monkeypatch.setattr(provisioning, "migrate", migrated.append)
    Municipality.objects.filter(schema_name="other").update(schema_state="of yesterday")

    for _ in range(2):
        actions.prepare_database()

    assert migrated == ["other"]
