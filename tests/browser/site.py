"""The product as people meet it: its own server process over a copy of the tests' database."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from tests.browser.screens import CLOCK, HOST, Screen

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 30


@dataclass(frozen=True)
class Site:
    """A served product. `staff`: the cookies of somebody signed in."""

    port: int
    staff: Mapping[str, str] = field(default_factory=dict)
    host: str = ""  # of a product that runs already; empty: the host that the screen names

    def url(self, screen: Screen) -> str:
        return f"http://{self.host or screen.host}:{self.port}{screen.path}"

    def cookies(self, screen: Screen) -> dict[str, str]:
        return dict(self.staff) if screen.who == "staff" else {}


@contextmanager
def serve(database_url: str) -> Iterator[Site]:
    """Fill the database (`fill.py`), start the server, stop it at the end."""
    with tempfile.TemporaryDirectory(prefix="kladka-browser-") as data:
        environment = {**os.environ, "DATABASE_URL": database_url, "KLADKA_DATA": data, "KLADKA_CLOCK": CLOCK}
        environment |= {"KLADKA_SECRET": "only for tests", "DJANGO_SETTINGS_MODULE": "kladka.config.settings"}
        staff = filled(environment)
        port = free_port()
        server = subprocess.Popen(
            [
                sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
                "--port", str(port), "--log-level", "warning", "kladka.config.wsgi:application",
            ],
            cwd=ROOT,
            env=environment,
        )  # fmt: skip
        try:
            wait_for(port, server)
            yield Site(port, staff)
        finally:
            server.terminate()
            server.wait(timeout=SECONDS_TO_START)


def filled(environment: Mapping[str, str]) -> dict[str, str]:
    """What `fill.py` answers: the cookies of a signed-in member of staff."""
    command = [sys.executable, "-m", "tests.browser.fill"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"The server ended with {server.returncode} before it served.")
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_START)
            connection.request("GET", "/wyglad/", headers={"Host": HOST})
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The server did not answer within {SECONDS_TO_START} s.")
