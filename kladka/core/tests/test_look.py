"""What a reader chose is kept in a cookie; nothing in it can break a page."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from kladka.core.look import COOKIE, Look, read, remember


def kept(value: str) -> Look:
    request = RequestFactory().get("/")
    request.COOKIES[COOKIE] = value
    return read(request)


def test_what_is_remembered_is_read_again() -> None:
    response, chosen = HttpResponse(), Look(size="lg", wanted_scheme="dark", contrast=True)

    remember(response, chosen, secure=True)

    assert kept(response.cookies[COOKIE].value) == chosen


@pytest.mark.parametrize("value", ["", "size=xxl&scheme=pink&contrast=yes", "%00%ff", "=&==&", "a" * 5000])
def test_a_cookie_that_says_nothing_known_changes_nothing(value: str) -> None:
    assert kept(value) == Look()


def test_the_contrast_version_is_dark_whatever_scheme_was_chosen() -> None:
    assert [Look(wanted_scheme="light", contrast=on).scheme for on in (False, True)] == ["light", "dark"]
