"""Start the server of a WSGI application in a process of its own, and stop it."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 30


@contextmanager
def served(application: str, environment: Mapping[str, str]) -> Iterator[int]:
    """The port on which it answers."""
    port = free_port()
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    options += ["--workers-kill-timeout", "1"]  # its idle threads would be waited for
    command = [sys.executable, "-m", "granian", *options, application]
    server = subprocess.Popen(command, cwd=ROOT, env=dict(environment))
    try:
        wait_for(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=SECONDS_TO_START)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"The server ended with {server.returncode} before it served.")
        if answers(port):
            return
        time.sleep(0.1)
    raise RuntimeError(f"The server did not answer within {SECONDS_TO_START} s.")


def answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_START)
    try:
        connection.request("GET", "/wyglad/")
        connection.getresponse().read()
    except OSError:
        return False
    finally:
        connection.close()
    return True
