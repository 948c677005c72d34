"""The launcher at work: a real server is made, shared, killed and found again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from kladka.core.postgres import Server, binaries, process, running
from kladka.core.postgres.account import account_for
from kladka.core.postgres.cluster import Cluster
from kladka.core.postgres.errors import AnotherVersion, NoPostgres

SAMPLE = "CREATE TABLE sample (word text PRIMARY KEY); INSERT INTO sample VALUES ('kept')"


def ask(url: str, question: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url) as connection:
        cursor = connection.execute(question.encode())
        return cursor.fetchall() if cursor.description else []


def is_up(server: Server) -> bool:
    return process.note(server.cluster) is not None


def test_a_server_is_made_with_two_roles_and_is_gone_afterwards(data: Path) -> None:
    with running(data, durable=False) as server:
        owner = ask(server.owner_url, "SELECT current_user::text, current_database()::text")
        app = ask(server.app_url, "SELECT current_user::text, current_database()::text")
        settings = ask(
            server.app_url,
            "SELECT current_setting('server_encoding'), datcollate::text, current_setting('listen_addresses')"
            " FROM pg_database WHERE datname = 'kladka'",
        )

    assert owner == [("kladka_owner", "kladka")]
    assert app == [("kladka_app", "kladka")]
    assert settings == [("UTF8", "C", "127.0.0.1")]
    assert not is_up(server)


def test_the_application_writes_rows_in_what_the_owner_makes_but_makes_no_tables(data: Path) -> None:
    with running(data, durable=False) as server:
        ask(server.owner_url, "CREATE SCHEMA town; CREATE TABLE town.person (number serial, name text)")

        ask(server.app_url, "INSERT INTO town.person (name) VALUES ('Anna')")

        assert ask(server.app_url, "SELECT number, name FROM town.person") == [(1, "Anna")]
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            ask(server.app_url, "CREATE TABLE town.other ()")


def test_nobody_enters_without_the_password(data: Path) -> None:
    with running(data, durable=False) as server, pytest.raises(psycopg.OperationalError):
        ask(f"postgres://kladka_owner:guess@127.0.0.1:{server.port}/kladka", "SELECT 1")


def test_passwords_are_readable_by_their_owner_only(data: Path) -> None:
    with running(data, durable=False) as server:
        kept = server.cluster.home / "passwords.json"

        assert kept.stat().st_mode & 0o777 == 0o600
        assert server.cluster.home.stat().st_mode & 0o777 == 0o700


def test_a_second_start_finds_everything_as_it_was_left(data: Path) -> None:
    with running(data, durable=False) as server:
        ask(server.owner_url, SAMPLE)

    with running(data, durable=False) as server:
        assert ask(server.app_url, "SELECT word FROM sample") == [("kept",)]


def test_a_server_killed_in_the_middle_of_work_starts_again_without_a_word(data: Path) -> None:
    with running(data) as server:
        ask(server.owner_url, SAMPLE)
        busy = psycopg.connect(server.owner_url)
        busy.execute("INSERT INTO sample VALUES ('never committed')")
        os.kill(server.pid, signal.SIGKILL)

    with running(data) as server:
        assert ask(server.app_url, "SELECT word FROM sample") == [("kept",)]
    busy.close()


def test_a_server_whose_starter_was_killed_is_joined_and_stopped_by_the_next(data: Path) -> None:
    starter = subprocess.Popen(
        [sys.executable, "-m", "kladka.core.postgres", "sleep", "600"],
        env=os.environ | {"KLADKA_DATA": str(data)},
        start_new_session=True,
    )
    left = _wait_for_server(data)
    os.killpg(starter.pid, signal.SIGKILL)
    starter.wait()

    with running(data) as server:
        joined = server.pid

    assert joined == left
    assert not is_up(server)


def _wait_for_server(data: Path) -> int:
    for _ in range(600):
        note = process.note(Cluster((data / "postgres").resolve()))
        if note and note.ready:
            return note.pid
        time.sleep(0.05)
    pytest.fail("the starter did not start")


def test_the_second_user_joins_and_the_last_to_go_stops_the_server(data: Path) -> None:
    with running(data, durable=False) as first:
        with running(data, durable=False) as second:
            pass
        still_there = ask(first.app_url, "SELECT 1")

    assert second == first
    assert still_there == [(1,)]
    assert not is_up(first)


def test_an_old_note_with_the_number_of_another_living_program_is_no_hindrance(data: Path) -> None:
    with running(data, durable=False) as server:
        ask(server.owner_url, SAMPLE)
    (server.cluster.files / "postmaster.pid").write_text(
        f"{os.getpid()}\n{server.cluster.files}\n1\n{server.port}\n"
    )

    with running(data, durable=False) as server:
        assert ask(server.app_url, "SELECT word FROM sample") == [("kept",)]


def test_a_first_start_killed_half_way_is_begun_anew(data: Path) -> None:
    half = data / "postgres" / "cluster.half"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18")

    with running(data, durable=False) as server:
        assert ask(server.app_url, "SELECT 1") == [(1,)]
    assert not half.exists()


def test_a_first_start_that_was_really_killed_is_begun_anew(data: Path) -> None:
    starter = subprocess.Popen(
        [sys.executable, "-m", "kladka.core.postgres", "true"],
        env=os.environ | {"KLADKA_DATA": str(data)},
        start_new_session=True,
    )
    while starter.poll() is None and not list(data.glob("postgres/cluster.half*/base")):
        time.sleep(0.01)
    starter.kill()  # it alone: what it has started goes on for a while
    starter.wait()

    with running(data, durable=False) as server:
        assert ask(server.app_url, "SELECT 1") == [(1,)]


def test_three_that_start_at_once_share_one_server(data: Path) -> None:
    starters = [
        subprocess.Popen(
            [sys.executable, "-m", "kladka.core.postgres", "sh", "-c", "echo $DATABASE_URL; sleep 2"],
            env={key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
            | {"KLADKA_DATA": str(data)},
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]

    said = [starter.communicate()[0] for starter in starters]

    assert len(set(said)) == 1
    assert said[0].startswith("postgres://kladka_owner:")
    assert process.note(Cluster((data / "postgres").resolve())) is None


@pytest.mark.parametrize("name", ["long" * 40, "dane miejskie", "zażółć", "a'b\"c"])
def test_a_data_folder_of_any_name_works(data: Path, name: str) -> None:
    with running(data / name, durable=False) as server:
        assert ask(server.app_url, "SELECT 1") == [(1,)]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root needs another user for the server")
def test_for_root_a_closed_data_folder_leads_to_a_system_folder(data: Path) -> None:
    data.mkdir(mode=0o700)

    with running(data, durable=False) as server:
        assert ask(server.app_url, "SELECT 1") == [(1,)]

    assert (data / "postgres").is_symlink()
    assert server.cluster.home.is_relative_to("/var")
    assert data.stat().st_mode & 0o777 == 0o700
    subprocess.run(["rm", "-r", str(server.cluster.home)], check=True)


def test_an_installed_server_serves_as_well(data: Path) -> None:
    data.mkdir()
    try:
        installed = binaries.find(account_for(data / "postgres"), choice="installed")
    except NoPostgres as error:
        pytest.skip(str(error))

    with running(data, version="installed", durable=False) as server:
        found = ask(server.app_url, "SELECT current_setting('server_version_num')::int / 10000")

    assert found == [(installed.major,)]


def test_data_of_an_installed_server_are_not_touched_by_the_other(data: Path) -> None:
    data.mkdir()
    try:
        account = account_for(data / "postgres")
        installed = binaries.find(account, choice="installed")
        embedded = binaries.find(account, choice="embedded")
    except NoPostgres as error:
        pytest.skip(str(error))
    if installed.major == embedded.major:
        pytest.skip("both are of one major version")
    with running(data, version="installed", durable=False) as server:
        ask(server.owner_url, SAMPLE)

    with pytest.raises(AnotherVersion), running(data, version="embedded", durable=False):
        pass

    with running(data, version="installed", durable=False) as server:
        assert ask(server.app_url, "SELECT word FROM sample") == [("kept",)]
