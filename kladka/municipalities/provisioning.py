"""A municipality's schema: migrated when it is the first, copied from another's catalogue when it is not."""

from django.core.management import call_command
from django.db import connection
from django_tenants.utils import quote_schema_name

from kladka.municipalities import rights


def make_schema(slug: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {quote_schema_name(slug)}")
    migrate(slug)


def migrate(slug: str) -> None:
    """Bring one schema to the newest migration."""
    call_command("migrate_schemas", schema_name=slug, interactive=False, verbosity=0)
    rights.share(slug)
