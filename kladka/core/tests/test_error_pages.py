"""The pages that need no database: what they say, in whose language, in the reader's look."""

import logging
import re

import pytest
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from kladka.core import views


def broken_by(error: Exception, path: str = "/en/programmes/", **headers: str) -> HttpResponse:
    """What is answered while this error is being handled."""
    request = RequestFactory().get(path, headers=headers)
    try:
        raise error
    except type(error):
        return views.broken(request)


def test_an_error_has_a_number_that_stands_in_the_log_too(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="kladka.core.views"):
        answer = broken_by(ValueError("x"))

    (number,) = re.findall(r"[0-9A-F]{4}-[0-9A-F]{2}", answer.content.decode())
    assert answer.status_code == 500
    assert caplog.messages == [f"Error {number} at GET /en/programmes/"]


@pytest.mark.parametrize("error", [OperationalError("gone"), InterfaceError("closed")])
def test_a_lost_database_asks_to_come_back_in_half_a_minute(error: Exception) -> None:
    answer = broken_by(error)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "what you typed is still there" in answer.content.decode()


@pytest.mark.parametrize(
    ("path", "language"), [("/en/x/", "en"), ("/uk/x/", "uk"), ("/desk/", "pl"), ("/xx/", "pl")]
)
def test_an_error_speaks_the_language_of_the_address(path: str, language: str) -> None:
    assert f'<html lang="{language}"' in broken_by(ValueError("x"), path).content.decode()


def test_only_a_script_gets_the_box_that_it_puts_into_the_page() -> None:
    plain, script = broken_by(ValueError("x")), broken_by(ValueError("x"), HX_Request="true")

    assert ['id="notice"' in page.content.decode() for page in (plain, script)] == [False, True]


def test_an_error_page_keeps_the_look_of_the_reader() -> None:
    request = RequestFactory().get("/en/")
    request.COOKIES["look"] = "size=lg&scheme=dark&contrast=1"

    page = views.bad_request(request, ValueError()).content.decode()

    assert 'data-color-scheme="dark" data-contrast="high"' in page
    assert '<body data-size="lg">' in page


def test_an_unreadable_request_and_a_stale_form_say_what_to_do() -> None:
    request = RequestFactory().get("/en/")

    refused, stale = views.bad_request(request, ValueError()), views.csrf_failure(request)

    assert (refused.status_code, stale.status_code) == (400, 403)
    assert "shorten the text" in refused.content.decode()
    assert "load it again" in stale.content.decode()
