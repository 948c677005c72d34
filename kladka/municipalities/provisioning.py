"""A municipality's schema: migrated when it is the first at this state of the code, replayed when it is not."""

from django.core.management import call_command
from django_tenants.utils import quote_schema_name, schema_context

from kladka.municipalities import blueprint, rights
from kladka.municipalities.models import Blueprint
from kladka.municipalities.tenancy import connection


def make_schema(slug: str) -> str:
    """A new, empty schema with the tables and rights of all others; answers the state of the code it was made by.

    It takes half a second; the first one takes the time of its migrations.
    """
    state = blueprint.fingerprint()
    kept = Blueprint.objects.filter(fingerprint=state).first()
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {quote_schema_name(slug)}")
    if kept is None:
        migrate(slug)
        keep_blueprint_of(slug, state)
    else:
        replay(kept.statements, slug)
    return state


def replay(statements: str, slug: str) -> None:
    """Make in an empty schema what a blueprint says."""
    with schema_context(slug), connection.cursor() as cursor:
        cursor.execute(statements)
    rights.share(slug)


def keep_blueprint_of(slug: str, state: str) -> None:
    """Only of a schema that has just been migrated: it holds nobody's rows yet."""
    with schema_context(slug):
        statements = blueprint.read()
    Blueprint.objects.all().delete()
    Blueprint(fingerprint=state, statements=statements).save()


def migrate(slug: str) -> None:
    """Bring one schema to the newest migration, with the rights of the application."""
    call_command("migrate_schemas", schema_name=slug, interactive=False, verbosity=0)
    rights.share(slug)
