"""Public pages against an empty view behind the same middleware; both in one process, as a web worker has them."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import override_settings
from django.urls import path

from kladka.config.bench.place import CODE, HOST
from kladka.config.bench.rows import Limit, Row, timed
from kladka.core.clock import now
from kladka.definitions.actions import load
from kladka.definitions.actions.signing import system_user
from kladka.definitions.reading import read
from kladka.demo.defining import FILES

TIMES = 20  # requests in one measurement
THIRD = Limit(times=3)  # at least a third of the throughput


def empty(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


class Floor:
    """Addresses of one view that does nothing."""

    urlpatterns = [path("", empty, name="portal:home")]


def measure() -> Iterator[Row]:
    with override_settings(ROOT_URLCONF=Floor, OPEN_PAGES={"portal:home"}):
        floor = page_time("/")
    for name, address in pages():
        tag = answer(address).headers.get("ETag", "")
        yield Row(
            f"public: {name}", f"{len(answer(address).content):,} bytes", page_time(address), floor, THIRD
        )
        if tag:
            again = page_time(address, seen=tag)
            yield Row(f"public: {name}, unchanged", "304", again, floor, THIRD)


def pages() -> list[tuple[str, str]]:
    """With a programme that a city really ran: the longest of the demo's files."""
    file = read(max(FILES.glob("*.toml"), key=lambda path: path.stat().st_size).read_bytes())
    at = now()
    made = load(file=file, municipality_code=CODE, by=system_user(at=at), at=at).programme
    return [("programme", f"/programy/{made.key}/"), ("programmes", "/programy/"), ("home", "/")]


def page_time(address: str, *, seen: str = "") -> float:
    return timed(lambda: [answer(address, seen=seen) for _ in range(TIMES)]) / TIMES


@cache
def product() -> WSGIHandler:
    """Made once, as a web worker makes it."""
    return WSGIHandler()


def answer(address: str, *, seen: str = "") -> Any:
    """One request through the whole product. Raises where the page is not there: nothing would be measured."""
    environ = (
        RequestFactory(SERVER_NAME=HOST).get(address, headers={"if-none-match": seen} if seen else {}).environ
    )
    response: Any = product()(environ, start_response)
    response.close()
    if response.status_code not in {200, 304}:
        raise RuntimeError(f"{address} answers {response.status_code}")
    return response


def start_response(*_: object) -> Callable[[bytes], object]:
    return bytes.decode
