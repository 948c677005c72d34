"""`kladka up` and `kladka demo`: the database, its migrations, the web process and the worker."""

import http.client
import os
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from kladka.config import environment
from kladka.config.running.database import Addresses, database
from kladka.config.running.supervisor import Supervisor
from kladka.core.errors import DomainError

HOST = "127.0.0.1"
READY_SECONDS = 60
MOST_WORKERS = 4


class PortBusy(DomainError):  # noqa: N818 - named for what is wrong
    """Somebody else serves there."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} is used by another program: stop that program,"
            f" or choose another port with PORT={port + 1}."
        )


def up(arguments: Sequence[str], *, demo: bool = False) -> int:
    """Serve until a signal comes; then nothing that was started here is left."""
    parser = ArgumentParser(
        prog="kladka demo" if demo else "kladka up",
        description="Make the demo if there is none, and serve it." if demo else "Serve this installation.",
        epilog="Example: kladka demo --clock 2022-06-01" if demo else "Example: PORT=8080 kladka up",
    )
    parser.add_argument(
        "--port", type=_port, default=os.environ.get("PORT", "8000"), help="8000, or what PORT says"
    )
    if demo:
        parser.add_argument("--clock", type=_day, help="the day on which the demo stands: YYYY-MM-DD")
    chosen = parser.parse_args(arguments)
    check_port(chosen.port)
    if demo:
        os.environ["KLADKA_DEMO"] = "1"
        os.environ.setdefault("KLADKA_DEMO_SIGN_IN", "plain")
        os.environ["KLADKA_CLOCK"] = chosen.clock or os.environ.get("KLADKA_CLOCK", "")
    os.environ["PORT"] = str(chosen.port)
    with database() as addresses:
        prepare(addresses, demo=demo)
        serve(addresses, port=chosen.port)
    return 0


def _port(said: str) -> int:
    if said.isdigit() and 0 < int(said) < 65536:  # noqa: PLR2004 - the last port there is
        return int(said)
    raise DomainError(f"“{said}” is no port: give a number from 1 to 65535, as in PORT=8080.")


def _day(said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        raise DomainError(f"“{said}” is no day: write it as 2022-06-01.") from None


def check_port(port: int) -> None:
    """Ask before the long part of the start. Raises PortBusy."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just left is free
        try:
            probe.bind((HOST, port))
        except PermissionError:
            raise DomainError(
                f"Port {port} needs rights you do not have: choose one above 1023 with PORT."
            ) from None
        except OSError:
            raise PortBusy(port) from None


def prepare(addresses: Addresses, *, demo: bool) -> None:
    """Bring every municipality's tables up to date; make the demo where there is none (it prepares too)."""
    makes = demo and find_spec("kladka.demo.management.commands.demo")
    manage_for(addresses, "demo" if makes else "prepare")


def manage_for(addresses: Addresses, command: str, *, quiet: bool = False) -> None:
    """One management command as the owner of the tables. Raises DomainError."""
    done = subprocess.run(  # noqa: S603 - our own programs
        [sys.executable, "-m", "kladka.config.running.manage", command],
        env={**os.environ, **addresses.for_owner()},
        stdout=subprocess.DEVNULL if quiet else None,
        check=False,
    )
    if done.returncode:
        raise DomainError(f"kladka {command} did not finish; what it says is above.")


def serve(addresses: Addresses, *, port: int) -> None:
    """The web process and the worker, until a signal comes. Raises Ended, PortBusy."""
    with processes(addresses, port=port) as supervisor:
        sys.stdout.write(about_signing_in())
        sys.stdout.write(
            f"Kładka is at http://localhost:{port} (data in {environment.data_folder()}). Ctrl-C stops it.\n"
        )
        sys.stdout.flush()
        supervisor.watch()


@contextmanager
def processes(addresses: Addresses, *, port: int) -> Iterator[Supervisor]:
    """The web process, and when it answers the worker; on leaving they are gone. Raises Ended, DomainError."""
    environ = {**addresses.for_application(), "KLADKA_POOL": "1"}
    with Supervisor() as supervisor:
        supervisor.start("web", _web(port), environment=environ)
        wait_until_answers(supervisor, port)
        supervisor.start(
            "worker", _worker(), environment=environ
        )  # somebody waits for pages, nobody for jobs
        yield supervisor


def about_signing_in() -> str:
    """Said aloud in a demo that lets people in with a password alone."""
    if os.environ.get("KLADKA_DEMO") and os.environ.get("KLADKA_DEMO_SIGN_IN") == "plain":
        return (
            "In the demo a password is enough to sign in;"
            " KLADKA_DEMO_SIGN_IN=full asks for a second factor, as everywhere else.\n"
        )
    return ""


def _web(port: int) -> list[str]:
    workers = min(os.cpu_count() or 1, MOST_WORKERS)
    return [
        *(str(Path(sys.executable).with_name("granian")), "kladka.config.wsgi:application"),
        *("--interface", "wsgi", "--host", HOST, "--port", str(port), "--workers", str(workers)),
        *("--blocking-threads", "4", "--no-ws", "--log-level", "warning"),
        *("--workers-kill-timeout", "3"),  # a worker that is still loading hears no SIGTERM
    ]


def _worker() -> list[str]:
    return [sys.executable, "-m", "kladka.config.running.manage", "procrastinate", "worker"]


def wait_until_answers(supervisor: Supervisor, port: int) -> None:
    """Any answer will do: what it says is the page's matter. Raises Ended."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        supervisor.check()
        connection = http.client.HTTPConnection(HOST, port, timeout=READY_SECONDS)
        try:
            connection.request("HEAD", "/")
            connection.getresponse()
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()
    raise DomainError(f"The web process does not answer on port {port}; what it says is above.")
