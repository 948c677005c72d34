"""The door of the desk: closed by default. A page that is not listed as open needs sign-in and a second factor."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from kladka.accounts import second_factor
from kladka.accounts.models import User
from kladka.core.errors import Forbidden
from kladka.core.http import GetResponse


class DoorMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Callable[..., Any], _args: object, _kwargs: object
    ) -> HttpResponse | None:
        if getattr(request, "tenant", None) is None or is_open(request):
            return None
        user = request.user
        if not isinstance(user, User):
            return redirect_to_login(request.get_full_path())
        user.notebook = {}  # each request loads a user of its own
        if is_own(request):
            second_factor.forget(request)
        elif second_factor.is_missing(request, user):
            return redirect("mfa_index")
        return None

    def process_exception(self, _request: HttpRequest, exception: Exception) -> None:
        """What an action or `require` refuses becomes the page 403, with the refusal's own sentence."""
        if isinstance(exception, Forbidden):
            raise PermissionDenied(str(exception)) from exception


def is_open(request: HttpRequest) -> bool:
    """Whether anybody may ask for this page: listed in the settings, by name or as a whole module."""
    found = request.resolver_match
    if found is None:
        return False
    return found.view_name in settings.OPEN_PAGES or found.app_name in settings.OPEN_MODULES


def is_own(request: HttpRequest) -> bool:
    """Whether the page is about one's own sign-in, which somebody without a second factor needs to set it up."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    return name.startswith(("account_", "mfa_"))
