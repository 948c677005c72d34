"""Many threads share few connections, and every answer still comes from the schema of the host that was asked."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import DataError, connections, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import path

from kladka.municipalities.tenancy import connection

HOSTS = {"test.localhost": "test", "other.localhost": "other", "localhost": "public"}
SAVE = "INSERT INTO places_district (name) VALUES ('Nowa')"
COUNT = "SELECT count(*) FROM places_district"
END_MY_CONNECTION = "SELECT pg_terminate_backend(pg_backend_pid())"


def said(statement: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return str(cursor.fetchone()[0])


def where(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(said("SELECT current_schema()"))


def fails(_request: HttpRequest) -> HttpResponse:
    """The path that was set inside a transaction is taken back with it."""
    with transaction.atomic():
        said("SELECT current_schema()")
        raise ValueError


def fails_inside(_request: HttpRequest) -> HttpResponse:
    with transaction.atomic():
        with suppress(DataError), transaction.atomic():
            said("SELECT 1 / 0")
        return HttpResponse(said("SELECT current_schema()"))


def save(_request: HttpRequest) -> HttpResponse:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(SAVE)
        return HttpResponse(said(END_MY_CONNECTION))


def counted(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(said(COUNT))


VIEWS = (where, fails, fails_inside, save, counted)


class Addresses:
    """What stands in place of the product's own addresses."""

    handler500 = "kladka.core.views.broken"
    urlpatterns = [path(view.__name__, view, name=view.__name__) for view in VIEWS]


def served(*, timeout: float = 5, **elsewhere: str) -> AbstractContextManager[object]:
    """Connections as the web process has them, three for all."""
    pool = {"min_size": 1, "max_size": 3, "timeout": timeout}
    options = {**connection.settings_dict["OPTIONS"], "pool": pool}
    return patch.dict(connection.settings_dict, {"OPTIONS": options, **elsewhere})


@pytest.fixture
def product(db: None, settings: Any) -> Iterator[WSGIHandler]:  # noqa: ARG001
    settings.ROOT_URLCONF = settings.PUBLIC_SCHEMA_URLCONF = Addresses
    settings.OPEN_PAGES = {view.__name__ for view in VIEWS}
    with served():
        yield WSGIHandler()
        connections["default"].close_pool()  # type: ignore[attr-defined]


def start_response(*_: object) -> Callable[[bytes], object]:
    return bytes.decode


def asked(product: WSGIHandler, host: str, page: str) -> tuple[int, str]:
    answer: Any = product(RequestFactory(SERVER_NAME=host).get(f"/{page}").environ, start_response)
    content = b"".join(answer).decode()
    answer.close()  # as a server does: here the connection goes back to the others
    return answer.status_code, content


def in_threads(product: WSGIHandler, questions: list[tuple[str, str]]) -> list[tuple[int, str]]:
    with ThreadPoolExecutor(12) as threads:
        return list(threads.map(lambda one: asked(product, *one), questions))


def mixed(pages: str, times: int) -> list[tuple[str, str]]:
    """Questions in an order that is the same each time."""
    questions = [(host, page) for host in HOSTS for page in pages.split()] * times
    Random(7).shuffle(questions)
    return questions


def test_every_answer_comes_from_the_schema_of_its_host(product: WSGIHandler) -> None:
    questions = mixed("where", 100)

    answers = in_threads(product, questions)

    assert answers == [(200, HOSTS[host]) for host, _page in questions]


def test_a_request_that_failed_leaves_no_schema_to_the_next(product: WSGIHandler) -> None:
    questions = mixed("where where fails fails_inside", 40)

    answers = in_threads(product, questions)

    expected = [(500, "") if page == "fails" else (200, HOSTS[host]) for host, page in questions]
    assert [(status, text if status == 200 else "") for status, text in answers] == expected


def test_a_connection_lost_in_one_request_is_another_in_the_next(product: WSGIHandler) -> None:
    questions = [one for one in mixed("where where save", 30) if one != ("localhost", "save")]

    answers = in_threads(product, questions)

    expected = [(503, "") if page == "save" else (200, HOSTS[host]) for host, page in questions]
    assert [(status, text if status == 200 else "") for status, text in answers] == expected


def test_a_server_that_was_restarted_between_two_requests_is_not_noticed(product: WSGIHandler) -> None:
    questions = mixed("where", 10)
    before = in_threads(product, questions)

    with connection.cursor() as cursor:
        cursor.execute(  # each is waited for: the signal alone does not end it yet
            "SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )

    assert in_threads(product, questions) == before == [(200, HOSTS[host]) for host, _page in questions]


def test_a_database_lost_while_saving_answers_in_our_clothes_with_a_way_on(product: WSGIHandler) -> None:
    (before,) = in_threads(product, [("test.localhost", "counted")])

    ((status, page),) = in_threads(product, [("test.localhost", "save")])

    assert status == 503
    assert '<link rel="stylesheet" href="/static/ds.css">' in page
    assert "ds-button" in page
    assert "Spróbuj ponownie" in page
    assert in_threads(product, [("test.localhost", "counted")]) == [before]


def test_a_database_that_is_away_answers_soon_and_in_our_clothes(product: WSGIHandler) -> None:
    with served(timeout=0.2, PORT="1"):
        ((status, page),) = in_threads(product, [("test.localhost", "where")])

    assert (status, "Spróbuj ponownie" in page) == (503, True)
