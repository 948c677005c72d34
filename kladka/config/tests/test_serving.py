"""`kladka up` as a person meets it: it serves, it ends, it starts again."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST = 120


@pytest.fixture
def data() -> Iterator[Path]:
    """Not under pytest's own temporary folder, which root closes to all others."""
    folder = Path(tempfile.mkdtemp(prefix="kladka-"))
    folder.chmod(0o755)
    yield folder / "data"
    shutil.rmtree(folder)


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


def start(data: Path, port: int) -> "subprocess.Popen[str]":
    """Start, and return when it says that it serves."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_", "KLADKA_"))
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "kladka.config.cli", "up"],
        env=clean | {"KLADKA_DATA": str(data), "PORT": str(port)},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        if line.startswith("Kładka is at "):
            return process
        lines.append(line)
    pytest.fail(f"it ended with {process.wait()} before it served: {''.join(lines)}")


def status(port: int) -> int:
    connection = http.client.HTTPConnection("localhost", port, timeout=LONGEST)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    finally:
        connection.close()


def left_over(data: Path) -> list[str]:
    """Processes that know this data folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except OSError:
            continue
        if str(data).encode() in words:
            found.append(process.name)
    return found


def nobody_is_left(data: Path) -> bool:
    for _ in range(200):
        if not left_over(data):
            return True
        time.sleep(0.05)
    return False


pytestmark = pytest.mark.skipif(
    not Path("/proc/self/environ").exists(), reason="looks for processes in /proc"
)


def test_it_serves_ends_with_everything_it_started_and_starts_again_even_after_kill_9(
    data: Path, port: int
) -> None:
    """In one, as every start costs seconds: what a start finds is what the one before it left."""
    answers = []

    for end in (signal.SIGINT, signal.SIGKILL, signal.SIGTERM):
        process = start(data, port)
        answers.append(status(port))
        process.send_signal(end)
        process.communicate(timeout=LONGEST)
        answers.append(process.returncode)
        if end != signal.SIGKILL:
            answers.append(nobody_is_left(data))

    assert answers == [200, 0, True, 200, -signal.SIGKILL, 200, 0, True]
