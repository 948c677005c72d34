"""What every request and answer has in common: bound forms, headers, and answers that scripts understand."""

from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from django.conf import settings
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render, resolve_url
from django.utils.cache import patch_vary_headers

GetResponse = Callable[[HttpRequest], HttpResponseBase]
UserT = TypeVar("UserT")

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
REFUSED = 422


class SignedIn(HttpRequest, Generic[UserT]):
    """A request of somebody known, for annotations only: `StaffRequest = SignedIn[User]` in accounts."""

    user: UserT  # type: ignore[assignment]


class StaffRequest(Protocol):
    """The least that a desk view of core needs to know of the person asking."""

    user: Any
    method: str | None


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to. `request.POST or None` would hide the errors of an empty POST."""
    return request.POST if request.method == "POST" else None


def form_page(request: HttpRequest, template: str, form: BaseForm, **context: object) -> HttpResponse:
    """A page with a form; status 422 when the form was refused, so that scripts know it too."""
    status = REFUSED if form.is_bound and form.errors else 200
    return render(request, template, {"form": form, **context}, status=status)


def headers(get_response: GetResponse) -> GetResponse:
    """Middleware: the strict policy on every answer; a page depends on the reader's cookies."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        if response.headers.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ["Cookie"])
        return response

    return middleware


def script_sign_in(get_response: GetResponse) -> GetResponse:
    """Middleware: an expired session must not put the sign-in page into a list.

    `fetch` follows a redirect silently: htmx would swap the sign-in page into its target, and a mark
    would look saved. Scripts get 401 and, for htmx, the address to go to.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not asked_by_script(request) or not leads_to_sign_in(response):
            return response
        return HttpResponse(status=401, headers={"HX-Redirect": response.headers["Location"]})

    return middleware


def asked_by_script(request: HttpRequest) -> bool:
    return "HX-Request" in request.headers or request.headers.get("Accept") == "application/json"


def leads_to_sign_in(response: HttpResponseBase) -> bool:
    if not isinstance(response, HttpResponseRedirect):
        return False
    return response.url.startswith(resolve_url(settings.LOGIN_URL))
