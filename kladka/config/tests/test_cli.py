"""The command `kladka` from outside: what it prints, what it starts, what it refuses."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kladka.config import cli


def kladka(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run it as a person would, without the database of these tests."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "KLADKA_"))
    }
    return subprocess.run(
        [sys.executable, "-m", "kladka.config.cli", *words],
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",)])
def test_help_lists_what_is_there_with_examples(words: tuple[str, ...]) -> None:
    said = kladka(*words)

    assert said.returncode == 0
    assert "kladka demo --clock 2022-06-01" in said.stdout
    assert "kladka map attendance" in said.stdout


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (["municipality", "add"], True),
        (["programme", "load", "x.toml"], True),
        (["programme", "check", "x.toml"], False),
        (["municipality", "add", "--help"], False),
        (["map", "attendance"], False),
    ],
)
def test_only_commands_that_read_records_start_a_database(words: list[str], needed: bool) -> None:  # noqa: FBT001
    assert cli.needs_database(words) is needed


@pytest.mark.parametrize(
    ("words", "served"),
    [
        (["up"], True),
        (["demo"], True),
        (["demo", "--clock", "2022-06-01"], True),
        (["demo", "report", "--json"], False),
        (["municipality", "add"], False),
    ],
)
def test_up_and_demo_serve(words: list[str], served: bool) -> None:  # noqa: FBT001
    assert cli.serves(words) is served


def test_a_busy_port_is_told_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = kladka("up", PORT=str(port), KLADKA_DATA=str(tmp_path / "data"))

    assert (said.returncode, said.stdout, said.stderr) == (
        1,
        "",
        (
            f"Port {port} is used by another program: stop that program,"
            f" or choose another port with PORT={port + 1}.\n"
        ),
    )
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("up", "--port", "0"), "“0” is no port: give a number from 1 to 65535, as in PORT=8080.\n"),
        (("up", "--port", "http"), "“http” is no port: give a number from 1 to 65535, as in PORT=8080.\n"),
        (("demo", "--clock", "1.6.2022"), "“1.6.2022” is no day: write it as 2022-06-01.\n"),
    ],
)
def test_a_wrong_option_gets_one_sentence(words: tuple[str, ...], sentence: str) -> None:
    said = kladka(*words)

    assert (said.returncode, said.stdout, said.stderr) == (1, "", sentence)


def test_a_data_folder_that_cannot_be_written_gets_one_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")

    said = kladka("municipality", "list", KLADKA_DATA=str(blocked))

    assert (said.returncode, said.stdout, said.stderr) == (
        1,
        "",
        (
            f"The folder {blocked} cannot be written (File exists):"
            " choose another data folder with KLADKA_DATA, or run this as the user who owns it.\n"
        ),
    )


def test_a_database_that_does_not_answer_gets_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{nobody.getsockname()[1]}/kladka"
        said = kladka(
            "migrate_schemas", "--shared", DATABASE_URL=f"postgres://a:b@{where}", KLADKA_DATA=str(tmp_path)
        )

    assert said.returncode == 1
    assert said.stderr.splitlines()[0].startswith(
        f"The database {where} does not answer; look at DATABASE_URL. It said: "
    )
