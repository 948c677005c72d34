"""Every test that asks for `db` works inside one municipality, `test`, on a real PostgreSQL.

The schemas are migrated once per state of the migrations, into a database that is kept; each run, and each
worker of a parallel run, gets a copy of it (a fifth of a second) and drops it at its end. `DATABASE_URL` names
the server; without it `kladka.core.postgres.testing` has started one of our own.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from psycopg import sql
from xdist.scheduler import LoadFileScheduling

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoDbBlocker, Settings

    from kladka.municipalities.models import Municipality

ROOT = Path(__file__).resolve().parent
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright keeps a loop in the tests' thread
KEPT = "kladka_base_"  # databases that hold migrated, empty schemas; the rest of the name is a fingerprint
HOST, OTHER_HOST, NATIONAL_HOST = "test.localhost", "other.localhost", "localhost"


def fingerprint() -> str:
    """Changes with anything that the schemas are made of."""
    seen = hashlib.sha256((ROOT / "requirements" / "run.txt").read_bytes())
    for path in sorted(ROOT.glob("kladka/*/migrations/*.py")):
        seen.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    for path in (ROOT / "kladka/municipalities/provisioning.py", Path(__file__)):
        seen.update(path.read_bytes())
    return seen.hexdigest()[:16]


def server_connection() -> "psycopg.Connection[Any]":
    url = os.environ["DATABASE_URL"].rsplit("/", 1)[0]
    return psycopg.connect(f"{url}/postgres", autocommit=True)


def statement(text: str, *names: str) -> sql.Composed:
    return sql.SQL(text).format(*(sql.Identifier(name) for name in names))


def ensure_kept_database(server: "psycopg.Connection[Any]") -> str:
    """The name of the kept database, made now where the migrations have changed; older ones go."""
    name = KEPT + fingerprint()
    held = server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [KEPT]).fetchall()
    if (name,) in held:
        return name
    draft = f"{name}_draft"
    server.execute(statement("DROP DATABASE IF EXISTS {} WITH (FORCE)", draft))
    server.execute(statement("CREATE DATABASE {}", draft))
    fill(draft)
    server.execute(statement("ALTER DATABASE {} RENAME TO {}", draft, name))
    for (old,) in held:
        server.execute(statement("DROP DATABASE IF EXISTS {} WITH (FORCE)", old))
    return name


def fill(database: str) -> None:
    """The shared schema and two municipalities: one where tests happen and one that they must not see."""
    from kladka.municipalities import actions

    use(database)
    actions.prepare_database()
    for name, code, host in (("Test", "9901011", HOST), ("Other", "9902011", OTHER_HOST)):
        actions.add_municipality(name=name, teryt_code=code, host=host, slug=name.lower())
    use("")


def use(database: str) -> None:
    """Point Django at a database."""
    from kladka.municipalities.tenancy import connection

    connection.close()
    connection.settings_dict["NAME"] = database


class ByFile(LoadFileScheduling):  # type: ignore[misc]  # it has no types
    """The tests of a file stay together, and all that need the browser: one product is served to one Chromium."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    """How `-n 2` shares the tests out."""
    return ByFile(config, log)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,  # noqa: ARG001 - pytest's way to say "after"
    django_db_blocker: "DjangoDbBlocker",
) -> Iterator[None]:
    """Replaces pytest-django's: a copy of the kept database instead of migrations."""
    mine = (os.environ.get("KLADKA_TEST_DB") or f"kladka_run_{os.getpid()}") + WORKER
    with server_connection() as server, django_db_blocker.unblock():
        server.execute("SELECT pg_advisory_lock(7252501)")
        kept = ensure_kept_database(server)
        server.execute(statement("DROP DATABASE IF EXISTS {} WITH (FORCE)", mine))
        server.execute(statement("CREATE DATABASE {} TEMPLATE {}", mine, kept))
        server.execute("SELECT pg_advisory_unlock(7252501)")
        use(mine)
    yield
    with server_connection() as server, django_db_blocker.unblock():
        use("")
        server.execute(statement("DROP DATABASE {} WITH (FORCE)", mine))


@pytest.fixture(autouse=True)
def _in_test(request: pytest.FixtureRequest) -> None:
    """Whatever a test or a request before did: `db` starts in the schema `test`."""
    if {"db", "transactional_db", "live_server"} & set(
        request.fixturenames
    ) or request.node.get_closest_marker("django_db"):
        step_into_test(request)


def step_into_test(request: pytest.FixtureRequest) -> None:
    from django.utils import timezone

    from kladka.municipalities import queries
    from kladka.municipalities.tenancy import connection

    request.getfixturevalue("_django_db_helper")
    timezone.deactivate()
    queries.forget_directory()
    municipality = queries.municipality_at(HOST)
    assert municipality is not None
    queries.municipality_at(
        OTHER_HOST
    )  # remembered, so that query counts do not depend on the order of tests
    connection.set_tenant(municipality)
    connection.ensure_connection()
    with connection.cursor() as cursor:  # now, so that no test counts the SET as a query of its own
        cursor.execute("SELECT 1")


@pytest.fixture(scope="session", autouse=True)
def _addresses_follow_the_language() -> None:
    """Django keeps addresses by language, as the first who asks for one of them found the settings."""
    from django.test.signals import setting_changed
    from django.urls import clear_url_caches

    def forget(*, setting: str, **_: object) -> None:
        if setting == "LANGUAGE_CODE":
            clear_url_caches()

    setting_changed.connect(forget, weak=False)


@pytest.fixture(autouse=True)
def _in_english() -> None:
    """Sentences are tested as the code has them, whatever language the request of another test asked for."""
    from django.utils import translation

    translation.activate("en")


@pytest.fixture(autouse=True)
def _plain_settings(settings: "Settings") -> None:
    """No manifest of static files, cheap passwords, and a directory that no clock forgets in mid-test."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.DIRECTORY_SECONDS = 3600
    settings.SECOND_FACTOR_NEEDED = False  # so that `client.force_login(user)` is enough


@pytest.fixture
def municipality(db: None) -> "Municipality":  # noqa: ARG001
    """The municipality in which tests happen."""
    from kladka.municipalities.queries import municipality

    return municipality("test")


@pytest.fixture
def other_municipality(db: None) -> "Municipality":  # noqa: ARG001
    """Another municipality in the same database, empty. Step into it with `in_municipality("other")`."""
    from kladka.municipalities.queries import municipality

    return municipality("other")


@pytest.fixture
def client() -> "Client":
    """A browser at the municipality's host; `client.get(path, headers={"host": "localhost"})` goes elsewhere."""
    return browser(HOST)


@pytest.fixture
def national_client() -> "Client":
    """A browser at the national page."""
    return browser(NATIONAL_HOST)


def browser(host: str) -> "Client":
    from django.http import HttpResponse
    from django.test import Client

    from kladka.municipalities.tenancy import connection

    class Browser(Client):
        """After an answer the test is again where it was before it asked."""

        def request(self, **asked: Any) -> HttpResponse:  # type: ignore[override]
            before = connection.tenant
            try:
                return super().request(**asked)  # type: ignore[return-value]
            finally:
                connection.set_tenant(before)

    return Browser(SERVER_NAME=host)
