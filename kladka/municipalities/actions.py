"""What changes the directory: the database made ready, a municipality added."""

from django.core.management import call_command
from django.db import transaction

from kladka.municipalities import blueprint, provisioning, rights
from kladka.municipalities.models import Domain, Municipality
from kladka.municipalities.queries import forget_directory
from kladka.municipalities.tenancy import connection


def prepare_database() -> None:
    """Bring the shared schema and every municipality's to the newest migration, with the application's rights.

    Safe to run twice: a municipality that is at the state of the code already is not looked at.
    """
    connection.set_schema_to_public()
    call_command("migrate_schemas", shared=True, interactive=False, verbosity=0)
    rights.share("public")
    state = blueprint.fingerprint()
    for behind in Municipality.objects.exclude(schema_state=state):
        provisioning.migrate(behind.slug)
        Municipality.objects.filter(pk=behind.pk).update(schema_state=state)


def add_municipality(  # noqa: PLR0913 - each is named by the caller
    *,
    name: str,
    teryt_code: str,
    host: str,
    slug: str = "",
    operator: str = "",
    helpline: str = "",
    accent: str = "",
    support: str = "",
    is_demo: bool = False,
    is_invented: bool = False,
) -> Municipality:
    """A new data controller with a schema of its own."""
    connection.set_schema_to_public()
    municipality = Municipality(
        schema_name=slug,
        name=name,
        teryt_code=teryt_code,
        operator=operator,
        helpline=helpline,
        accent=accent,
        support=support,
        is_demo=is_demo,
        is_invented=is_invented,
    )
    with transaction.atomic():
        municipality.schema_state = provisioning.make_schema(slug)
        municipality.save()
        Domain(tenant=municipality, domain=host, is_primary=True).save()
    forget_directory()
    return municipality
