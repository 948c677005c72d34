"""Public pages against an empty view behind the same middleware, each served by a web process as `kladka up` has it.

One client that keeps its connection asks for page after page.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from kladka.accounts.actions import system_user
from kladka.config.bench.place import CODE, HOST
from kladka.config.bench.rows import Limit, Row, timed
from kladka.config.bench.start import free_port
from kladka.config.running.serving import wait_until_answers
from kladka.config.running.supervisor import Supervisor
from kladka.core.clock import now
from kladka.definitions.actions import load
from kladka.definitions.reading import read
from kladka.demo.defining import FILES

TIMES = 40  # requests in one measurement
THIRD = Limit(times=3)  # at least a third of the throughput


class Client:
    """A browser that asks one address again and again."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port)

    def ask(self, address: str, *, seen: str = "") -> tuple[HTTPResponse, int]:
        """The answer and its length. Raises RuntimeError where the page is not there: nothing would be measured."""
        headers = {"Host": HOST, **({"If-None-Match": seen} if seen else {})}
        self._connection.request("GET", address, headers=headers)
        answer = self._connection.getresponse()
        length = len(answer.read())
        if answer.status not in {200, 304}:
            raise RuntimeError(f"{address} answers {answer.status}")
        return answer, length

    def time(self, address: str, *, seen: str = "") -> float:
        return timed(lambda: [self.ask(address, seen=seen) for _ in range(TIMES)]) / TIMES


def measure() -> Iterator[Row]:
    addresses = pages()
    with served("kladka.config.bench.floor", floor=True) as empty, served("kladka.config.wsgi") as product:
        for name, address in addresses:
            answer, length = product.ask(address)
            limit = THIRD if name == "programme" else Limit()
            floor = empty.time("/")
            yield Row(f"public: {name}", f"{length:,} bytes", product.time(address), floor, limit)
            if tag := answer.headers.get("ETag"):
                again = product.time(address, seen=tag)
                yield Row(f"public: {name}, unchanged", "304", again, floor, limit)


def pages() -> list[tuple[str, str]]:
    """With a programme that a city really ran: the longest of the demo's files."""
    file = read(max(FILES.glob("*.toml"), key=lambda path: path.stat().st_size).read_bytes())
    at = now()
    made = load(file=file, municipality_code=CODE, by=system_user(), at=at).programme
    return [("programme", f"/programy/{made.key}/"), ("programmes", "/programy/"), ("home", "/")]


@contextmanager
def served(module: str, *, floor: bool = False) -> Iterator[Client]:
    port = free_port()
    granian = str(Path(sys.executable).with_name("granian"))
    command = [
        granian,
        f"{module}:application",
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    with Supervisor() as supervisor:
        supervisor.start(
            "web",
            [*command, "--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning"],
            environment={**os.environ, "KLADKA_POOL": "1", **({"KLADKA_BENCH_FLOOR": "1"} if floor else {})},
        )
        wait_until_answers(supervisor, port)
        yield Client(port)
