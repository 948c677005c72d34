"""Whose process the server is: an ordinary user's own, and for root nobody who matters."""

import os
import pwd
import warnings
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from kladka.core.postgres import Server, running
from kladka.core.postgres.errors import NoRights

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become others")
SOMEBODY = pwd.getpwnam("daemon")


def as_somebody(work: Callable[[], str]) -> str:
    """What an ordinary user would have seen. A child of this process: its Python need not be readable to others."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # newer Pythons warn of threads, of which the child has none
        child = os.fork()
    if child == 0:
        os.setgroups([])
        os.setgid(SOMEBODY.pw_gid)
        os.setuid(SOMEBODY.pw_uid)
        try:
            said = work()
        except BaseException as error:  # noqa: BLE001 - the parent must hear of anything
            said = f"{type(error).__name__}: {error}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as heard:
        return heard.read()


def owner_of(server: Server) -> int:
    with psycopg.connect(server.app_url) as connection:
        connection.execute("SELECT 1")
    return Path(f"/proc/{server.pid}").stat().st_uid


def test_for_root_the_server_runs_as_an_account_without_rights(data: Path) -> None:
    with running(data, durable=False) as server:
        owner = owner_of(server)

    assert pwd.getpwuid(owner).pw_name in {"postgres", "nobody", "daemon"}
    assert (data.stat().st_uid, data.parent.stat().st_mode & 0o777) == (0, 0o755)


def test_an_ordinary_user_runs_it_as_himself(data: Path) -> None:
    data.mkdir()
    os.chown(data, SOMEBODY.pw_uid, SOMEBODY.pw_gid)

    def start() -> str:
        with running(data, durable=False) as server:
            return str(owner_of(server))

    said = as_somebody(start)
    if said.startswith("NoPostgres"):
        pytest.skip("the programs lie where an ordinary user cannot go")
    assert said == str(SOMEBODY.pw_uid)


def test_an_ordinary_user_in_a_folder_of_root_gets_one_sentence(data: Path) -> None:
    data.mkdir(mode=0o755)

    def start() -> str:
        with running(data, durable=False):
            return "started"

    assert as_somebody(start) == f"NoRights: {NoRights(data)}"


def test_data_of_root_are_not_taken_over_by_an_ordinary_user(data: Path) -> None:
    with running(data, durable=False) as server:
        home = server.cluster.home
    data.chmod(0o777)

    def start() -> str:
        with running(data, durable=False):
            return "started"

    assert as_somebody(start).startswith("NoRights: The folder ")
    assert home.stat().st_mode & 0o777 == 0o700
