"""A browser and a served product, once for all tests of this folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import LiteralString
from urllib.parse import urlsplit

import psycopg
import pytest
from playwright.sync_api import Browser
from psycopg import sql

from tests.browser import chromium
from tests.browser.site import Site, serve


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Skips aloud where there is no Chromium; in CI that is a failure."""
    path = chromium.program()
    if path is None:
        missing = "There is no Chromium on the path: install it or name it in KLADKA_CHROMIUM."
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    with chromium.chromium(path) as started:
        yield started


@pytest.fixture(scope="session")
def window(browser: Browser) -> Iterator[chromium.Window]:
    """One for all who only look."""
    with chromium.window(browser) as opened:
        yield opened


@pytest.fixture(scope="session")
def site(django_db_setup: None) -> Iterator[Site]:  # noqa: ARG001 - the kept database exists after it
    """The product over a copy of the kept database; tests may change what they see."""
    given = os.environ.get("KLADKA_SITE")
    if given:
        yield Site(urlsplit(given).port or 80, host=urlsplit(given).hostname or "")
        return
    server, name = os.environ["DATABASE_URL"].rsplit("/", 1)[0], f"kladka_browser_{os.getpid()}"
    with copy_of_the_kept_database(server, name), serve(f"{server}/{name}") as served:
        yield served


@contextmanager
def copy_of_the_kept_database(server: str, name: str) -> Iterator[None]:
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        kept = "SELECT datname FROM pg_database WHERE datname ~ '^kladka_base_[0-9a-f]+$'"
        (template,) = connection.execute(kept).fetchone() or ("",)
        run(connection, "CREATE DATABASE {} TEMPLATE {}", name, template)
        yield
        run(connection, "DROP DATABASE {} WITH (FORCE)", name)


def run(connection: "psycopg.Connection[tuple[str]]", statement: LiteralString, *names: str) -> None:
    connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
