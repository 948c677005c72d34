"""The launcher's front: a server for as long as somebody needs it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from kladka.core.postgres import binaries, cluster, places, process, roles
from kladka.core.postgres.account import account_for
from kladka.core.postgres.binaries import Binaries
from kladka.core.postgres.cluster import APP, OWNER, Cluster
from kladka.core.postgres.errors import LauncherError
from kladka.core.postgres.lock import Users


@dataclass(frozen=True)
class Server:
    """A running server and how to reach it."""

    cluster: Cluster
    programs: Binaries
    port: int
    pid: int

    @property
    def major(self) -> int:
        return self.programs.major

    @property
    def owner_url(self) -> str:
        """The role that owns and migrates."""
        return self.url()

    @property
    def app_url(self) -> str:
        """The application's own role: rows, no tables."""
        return self.url(role=APP)

    def url(self, *, role: str = OWNER, database: str = roles.DATABASE) -> str:
        return f"postgres://{role}:{self.cluster.passwords()[role]}@{process.HOST}:{self.port}/{database}"


@contextmanager
def running(
    data: Path, *, version: str | None = None, port: int | None = None, durable: bool = True
) -> Iterator[Server]:
    """A server on this data folder: the one that runs there already, else a new one; the last user stops it.

    `version` is what KLADKA_POSTGRES may say: `embedded`, `installed` or a bin folder. Without `durable` it
    forgets all after a power cut (for tests). Raises LauncherError.
    """
    data = data.absolute()
    with places.said_clearly(data):
        places.prepare(data)
        account = account_for(data / "postgres")
        programs = binaries.find(account, choice=version)
        with places.alone_in(data):
            mine = Cluster(places.home(data, account))
        users = Users(mine.home)
    try:
        with places.said_clearly(data), users.turn():
            users.enter()
            cluster.ensure(mine, binaries=programs, account=account, durable=durable)
            process.start(mine, binaries=programs, account=account, port=port, durable=durable)
            server = _open(mine, programs)
        yield server
    finally:
        try:
            with users.turn():
                if users.alone():
                    process.stop(mine)
        finally:
            users.leave()


def _open(mine: Cluster, programs: Binaries) -> Server:
    found = process.note(mine)
    if not found:
        raise LauncherError(f"PostgreSQL stopped right after its start; its log is {mine.log}.")
    server = Server(mine, programs, port=found.port, pid=found.pid)
    try:
        roles.ensure(
            admin_url=server.url(database="postgres"),
            template_url=server.url(database="template1"),
            app_password=mine.passwords()[APP],
        )
    except psycopg.OperationalError as error:
        raise LauncherError(
            f"The server in {mine.home} does not let us in ({str(error).strip()}):"
            " restore its passwords.json, or choose another data folder with KLADKA_DATA."
        ) from error
    return server


def environment_of(server: Server) -> dict[str, str]:
    """What a program needs to know to use the server."""
    return {**os.environ, "DATABASE_URL": server.owner_url, "DATABASE_APP_URL": server.app_url}
