"""PostgreSQL's own catalogue of a municipality: what would tie its schema to another, or hide under a chance name."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Field, Model

from kladka.municipalities.models import Municipality

pytestmark = pytest.mark.django_db


def ask(question: str, *values: list[str]) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return list(cursor.fetchall())


def ours() -> Iterator[type[Model]]:
    for model in apps.get_models():  # the table behind a plain many-to-many field has only names by Django
        if model.__module__.startswith("kladka."):
            yield model


def fields(model: type[Model]) -> "Iterator[Field[object, object]]":
    return iter(model._meta.local_fields)


def of_fields(model: type[Model]) -> set[str]:
    """Names that Django gives to what a field alone asks for: its key, `unique=True`, a number not below nought."""
    table = model._meta.db_table
    return {f"{table}_pkey"} | {
        name
        for field in fields(model)
        for name in (f"{table}_{field.column}_check", f"{table}_{field.column}_key")
        if (field.unique and name.endswith("_key"))
        or (field.db_check(connection) and name.endswith("_check"))
    }


def test_no_foreign_key_leads_out_of_its_schema() -> None:
    leading_out = ask(
        "SELECT conrelid::regclass::text, conname, confrelid::regclass::text"
        " FROM pg_constraint JOIN pg_class here ON here.oid = conrelid JOIN pg_class there ON there.oid = confrelid"
        " WHERE contype = 'f' AND here.relnamespace <> there.relnamespace"
    )

    assert leading_out == []


@pytest.mark.usefixtures("municipality")
def test_there_are_no_triggers_functions_or_views_in_a_municipality() -> None:
    towns = [f"{schema}" for schema in Municipality.objects.values_list("schema_name", flat=True)]
    found = ask(
        "SELECT 'trigger', tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid"
        " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE nspname = ANY(%s) AND NOT tgisinternal"
        " UNION ALL SELECT 'function', proname FROM pg_proc"
        " JOIN pg_namespace n ON n.oid = pronamespace WHERE nspname = ANY(%s)"
        " UNION ALL SELECT 'view', relname FROM pg_class"
        " JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = ANY(%s) AND relkind IN ('v', 'm')",
        *[towns] * 3,
    )

    assert (sorted(towns), found) == (["other", "test"], [])


def test_extensions_lie_in_public_alone() -> None:
    found = ask(
        "SELECT extname, nspname FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace"
        " WHERE extname <> 'plpgsql' ORDER BY extname"
    )

    assert found == [("btree_gist", "public"), ("pg_trgm", "public"), ("unaccent", "public")]


def test_every_constraint_of_our_tables_has_the_name_that_we_gave_it() -> None:
    named = {
        model._meta.db_table: {one.name for one in model._meta.constraints} | of_fields(model)
        for model in ours()
    }
    found = ask(
        "SELECT DISTINCT relname, conname FROM pg_constraint JOIN pg_class c ON c.oid = conrelid"
        " WHERE relname = ANY(%s) AND contype IN ('c', 'u', 'x', 'p')",
        list(named),
    )

    assert [(table, name) for table, name in found if name not in named[table]] == []


def test_every_constraint_that_a_model_names_is_there() -> None:
    named = {(model._meta.db_table, one.name) for model in ours() for one in model._meta.constraints}
    found = ask(
        "SELECT relname, conname FROM pg_constraint JOIN pg_class c ON c.oid = conrelid"
        " UNION SELECT t.relname, i.relname FROM pg_index"
        " JOIN pg_class i ON i.oid = indexrelid JOIN pg_class t ON t.oid = indrelid WHERE indisunique"
    )

    assert sorted(named - set(found)) == []


def test_no_table_of_a_municipality_lies_in_public_too() -> None:
    """The search path reads `public` last: a table there would answer where a municipality's is missing."""
    twice = ask(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE nspname = 'public' AND relkind = 'r' AND relname <> 'django_migrations'"
        " INTERSECT SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE nspname = 'test' AND relkind = 'r'"
    )

    assert twice == []
