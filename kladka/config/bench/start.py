"""The demo from nothing to the first page, phase by phase; the set-up of packages is not in it.

The floor is the private server alone, made and started: no start can be quicker.
"""

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from kladka.config.bench.rows import Limit, Row
from kladka.config.running import serving
from kladka.config.running.database import Addresses, database

READY = Limit(seconds=90)


def measure() -> Iterator[Row]:
    with empty_folder():
        taken = phases()
    floor = taken["database"]
    for phase, seconds in taken.items():
        yield Row(f"start: {phase}", "demo from nothing", seconds, floor)
    yield Row("start", "demo from nothing", sum(taken.values()), floor, READY)


@contextmanager
def empty_folder() -> Iterator[None]:
    """A data folder that every user may pass through, as root's server is another user."""
    folder = Path(tempfile.mkdtemp(prefix="kladka-bench-"))
    folder.chmod(0o755)
    before = dict(os.environ)
    os.environ.pop("DATABASE_URL", None)
    os.environ.update({"KLADKA_DATA": str(folder / "data"), "KLADKA_DEMO": "1", "PORT": str(free_port())})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        shutil.rmtree(folder, ignore_errors=True)


def phases() -> dict[str, float]:
    watch = Stopwatch()
    with database() as addresses:
        watch.phase("database")
        serving.manage_for(addresses, "prepare")
        watch.phase("tables")
        serving.manage_for(addresses, "demo", quiet=True)
        watch.phase("lives")
        first_page(addresses)
        watch.phase("first page")
    return watch.taken


def first_page(addresses: Addresses) -> None:
    port = int(os.environ["PORT"])
    with serving.processes(addresses, port=port) as supervisor:
        serving.wait_until_answers(supervisor, port)


class Stopwatch:
    """Seconds since the phase before."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}
        self._since = perf_counter()

    def phase(self, name: str) -> None:
        now = perf_counter()
        self.taken[name], self._since = now - self._since, now


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
