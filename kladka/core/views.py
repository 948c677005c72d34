"""Answers that need no database, no session and no menu: something is broken, or the request is."""

import logging
import secrets
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, override
from django.views.decorators.csrf import requires_csrf_token

from kladka.core import look as looks

LOG = logging.getLogger(__name__)
SECONDS_TO_WAIT = 30


def plain(request: HttpRequest, template: str, status: int, **context: object) -> HttpResponse:
    """A page in the clothes of the rest. Without the request: its context processors may ask the database."""
    language = get_language_from_path(request.path_info) or "pl"
    values = {"look": looks.read(request), "by_script": "HX-Request" in request.headers, **context}
    with override(language):
        return HttpResponse(render_to_string(template, {"LANGUAGE_CODE": language, **values}), status=status)


def broken(request: HttpRequest) -> HttpResponse:
    """500, or 503 when the database does not answer; with a number that stands in the log too."""
    number = f"{secrets.token_hex(2)}-{secrets.token_hex(1)}".upper()
    LOG.error("Error %s at %s %s", number, request.method, request.path)
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        response = plain(request, "errors/unreachable.html", 503, number=number)
        response.headers["Retry-After"] = str(SECONDS_TO_WAIT)
        return response
    return plain(request, "errors/broken.html", 500, number=number)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """400: what came cannot be read, for instance because it is too large."""
    return plain(request, "errors/bad_request.html", 400)


@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """403: the form was open for too long, or cookies are off."""
    return plain(request, "errors/stale_form.html", 403)
