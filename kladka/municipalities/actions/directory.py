"""The database made ready, a municipality added."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.utils.translation import gettext as _

from kladka.municipalities import blueprint, provisioning, rights
from kladka.municipalities.errors import MunicipalityRefused
from kladka.municipalities.models import Domain, Municipality
from kladka.municipalities.queries import forget_directory
from kladka.municipalities.tenancy import connection
from kladka.municipalities.theme import Colours, make_theme

LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
HOST = re.compile(rf"{LABEL}(\.{LABEL})*")
SLUG = re.compile(r"(?!pg_)[a-z][a-z0-9_]{0,47}")
LONGEST_HOST = 253
LEAST_DIGITS = 3


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
    """A new data controller with a schema of its own; its `theme_note` says what its colours had to give up.

    Raises MunicipalityRefused, ThemeRefused, NodeMissing.
    """
    connection.set_schema_to_public()
    host = host.strip().lower()
    municipality = Municipality(
        schema_name=slug or slug_of(host),
        name=name.strip(),
        teryt_code=teryt_code.strip(),
        operator=operator.strip(),
        helpline=helpline.strip(),
        accent=accent.lower(),
        support=support.lower(),
        is_demo=is_demo,
        is_invented=is_invented,
    )
    check(municipality, host)
    paint(municipality)
    with transaction.atomic():
        municipality.schema_state = provisioning.make_schema(municipality.slug)
        municipality.save()
        Domain(tenant=municipality, domain=host, is_primary=True).save()
    forget_directory()
    return municipality


def slug_of(host: str) -> str:
    """The first word of the host: what commands and folders call the municipality."""
    return host.partition(".")[0].replace("-", "_")


def check(municipality: Municipality, host: str) -> None:
    """Raises MunicipalityRefused with one sentence: the first thing that is wrong."""
    check_host(host)
    check_slug(municipality.slug)
    if municipality.helpline and sum(map(str.isdigit, municipality.helpline)) < LEAST_DIGITS:
        raise MunicipalityRefused(_("“%s” is no telephone number.") % municipality.helpline)
    try:
        municipality.full_clean()
    except ValidationError as error:
        (field, sentences), *_rest = error.message_dict.items()
        label = "" if field == "__all__" else f"{Municipality._meta.get_field(field).verbose_name}: "  # noqa: SLF001 - Django's own words
        raise MunicipalityRefused(f"{label}{sentences[0]}") from None


def check_host(host: str) -> None:
    if len(host) > LONGEST_HOST or not HOST.fullmatch(host) or host.startswith("www."):
        raise MunicipalityRefused(
            _("“%s” is no host name: write it without https://, port and www., like mikolow.example.org.")
            % host
        )
    if host in settings.NATIONAL_HOSTS:
        raise MunicipalityRefused(_("%s is the host of the national page: choose another.") % host)
    taken = Domain.objects.select_related("tenant").filter(domain=host).first()
    if taken:
        raise MunicipalityRefused(
            _("The host %(host)s belongs to %(name)s: choose another.")
            % {"host": host, "name": taken.tenant.name}
        )


def check_slug(slug: str) -> None:
    """It names the schema, so it must be plain, and nobody else's."""
    if not SLUG.fullmatch(slug):
        raise MunicipalityRefused(
            _("“%s” cannot be a short name: give one of small letters a–z, digits and _, like mikolow.")
            % slug
        )
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [slug])
        if cursor.fetchone():
            raise MunicipalityRefused(_("The short name %s is taken: give another.") % slug)


def paint(municipality: Municipality) -> None:
    """The stylesheet of its colours; none where it has no colours of its own. Raises ThemeRefused, NodeMissing."""
    if not (municipality.accent or municipality.support):
        return
    more = (municipality.support,) if municipality.support else ()
    theme = make_theme(Colours(municipality.accent, more) if municipality.accent else Colours(support=more))
    municipality.theme_css, municipality.theme_note = theme.css, theme.note
