"""Bound forms, strict headers, and an answer that a script understands when the session is over."""

import pytest
from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.test import RequestFactory
from django.test.utils import override_settings

from kladka.core import http

SIGN_IN = override_settings(LOGIN_URL="/sign-in/")


def answered(response: HttpResponse, **asked: str) -> HttpResponse:
    """What comes out of the two middlewares around a view that answers so."""
    request = RequestFactory().get("/desk/people/", headers=asked)
    answer = http.headers(http.script_sign_in(lambda _request: response))(request)
    assert isinstance(answer, HttpResponse)
    return answer


class OneForm(forms.Form):
    name = forms.CharField()


@pytest.mark.parametrize(("method", "bound"), [("get", False), ("post", True)])
def test_an_empty_post_is_a_refused_form_and_not_an_empty_one(method: str, *, bound: bool) -> None:
    request: HttpRequest = getattr(RequestFactory(), method)("/")

    form = OneForm(http.posted(request))

    assert (form.is_bound, bool(form.errors)) == (bound, bound)


def test_every_answer_forbids_scripts_and_styles_in_the_page() -> None:
    answer = answered(JsonResponse({}))

    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_page_depends_on_the_cookies_of_the_reader_and_data_do_not() -> None:
    assert answered(HttpResponse("x")).headers["Vary"] == "Cookie"
    assert "Vary" not in answered(JsonResponse({})).headers


@SIGN_IN
def test_htmx_is_told_where_to_sign_in() -> None:
    answer = answered(HttpResponseRedirect("/sign-in/?next=/desk/people/"), HX_Request="true")

    assert (answer.status_code, answer.headers["HX-Redirect"]) == (401, "/sign-in/?next=/desk/people/")


@SIGN_IN
def test_a_script_that_wants_data_gets_a_status_and_no_page() -> None:
    assert answered(HttpResponseRedirect("/sign-in/"), Accept="application/json").status_code == 401


@SIGN_IN
@pytest.mark.parametrize(
    ("response", "asked"),
    [
        (HttpResponseRedirect("/sign-in/"), {}),
        (HttpResponseRedirect("/desk/"), {"HX-Request": "true"}),
        (HttpResponse("list"), {"HX-Request": "true"}),
    ],
)
def test_all_other_answers_stay_as_they_are(response: HttpResponse, asked: dict[str, str]) -> None:
    assert answered(response, **asked).status_code == response.status_code
