"""The directory, and stepping into one municipality."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from django.conf import settings
from django_tenants.utils import schema_context, tenant_context

from kladka.municipalities.errors import NoSuchMunicipality
from kladka.municipalities.models import Domain, Municipality
from kladka.municipalities.tenancy import connection

_directory: dict[str, tuple[float, Municipality]] = {}


def municipality_at(host: str) -> Municipality | None:
    """Whose host this is. Remembered in the process for `DIRECTORY_SECONDS`, so that a page need not ask."""
    known_at, municipality = _directory.get(host, (float("-inf"), None))
    if municipality is not None and monotonic() - known_at < settings.DIRECTORY_SECONDS:
        return municipality
    with in_public():
        found = Domain.objects.select_related("tenant").filter(domain=host).first()
    if found is None:
        _directory.pop(host, None)
        return None
    _directory[host] = (monotonic(), found.tenant)
    return _directory[host][1]


def forget_directory() -> None:
    """Ask the database again for every host: something in the directory has changed."""
    _directory.clear()


def municipality(slug: str) -> Municipality:
    """The municipality of this short name. Raises NoSuchMunicipality, which lists those that are here."""
    with in_public():
        found: Municipality | None = Municipality.objects.filter(schema_name=slug).first()
        if found is None:
            raise NoSuchMunicipality(slug, known=Municipality.objects.values_list("schema_name", flat=True))
    return found


@contextmanager
def in_municipality(slug: str) -> Iterator[Municipality]:
    """Everything inside reads and writes the rows of this municipality. Raises NoSuchMunicipality."""
    found = municipality(slug)
    with tenant_context(found):
        yield found


@contextmanager
def in_public() -> Iterator[None]:
    """Everything inside sees only what the municipalities share."""
    with schema_context("public"):
        yield


def current_municipality() -> Municipality | None:
    """The municipality whose rows this connection sees; None on the national page."""
    tenant = connection.tenant
    return tenant if isinstance(tenant, Municipality) else None


def current_schema() -> str:
    return str(connection.schema_name)


def directory() -> list[tuple[str, str, str]]:
    """Name, office and host of every municipality served here, by name. For the national page; one statement."""
    with in_public():
        rows = Municipality.objects.filter(domains__is_primary=True)
        return list(rows.order_by("name").values_list("name", "operator", "domains__domain"))
