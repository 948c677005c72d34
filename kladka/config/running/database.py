"""Which database a command works on: the one that DATABASE_URL names, else our own in the data folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kladka.config import environment
from kladka.core.postgres import running
from kladka.core.postgres.places import said_clearly


@dataclass(frozen=True)
class Addresses:
    """One database, two roles: the owner's, who migrates, and the application's own."""

    owner: str
    app: str

    def for_owner(self) -> dict[str, str]:
        """The environment of management commands."""
        return {"DATABASE_URL": self.owner, "DATABASE_APP_URL": self.app}

    def for_application(self) -> dict[str, str]:
        """The environment of the web process and the worker."""
        return {"DATABASE_URL": self.app, "DATABASE_APP_URL": self.app}


@contextmanager
def database() -> Iterator[Addresses]:
    """The database for the time of one command; our own server is started, or joined where it runs already.

    Raises LauncherError.
    """
    data = environment.data_folder()
    if owner := os.environ.get("DATABASE_URL"):
        _keep_secret(data)
        yield Addresses(owner, os.environ.get("DATABASE_APP_URL") or owner)
        return
    with running(data) as server:
        _keep_secret(data)
        yield Addresses(server.owner_url, server.app_url)


def _keep_secret(data: Path) -> None:
    with said_clearly(data):
        environment.keep_secret()
