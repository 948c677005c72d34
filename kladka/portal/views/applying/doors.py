"""How each page finds its draft, and who may read it."""

import ipaddress
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.account.adapter import get_adapter
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from kladka.core import clock
from kladka.portal.queries.applying import Filling, filling_of
from kladka.portal.rules.applying import WORDS
from kladka.recruitment import knocks, tickets
from kladka.recruitment.actions import see_draft
from kladka.recruitment.choices import Knock
from kladka.recruitment.errors import TooManyKnocks
from kladka.recruitment.rules import Step

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
NETWORK_OF_IPV6 = 64
TOO_MANY = 429


def private(view: View[P]) -> View[P]:
    """Kept nowhere, found by no search engine, and safe without a CSRF token (see the package)."""

    @csrf_exempt
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return answer


def filling_for(secret: str) -> Filling:
    """404 for a draft that was never there and for one that was deleted alike."""
    found = filling_of(secret, on=clock.today())
    if found is None:
        raise Http404
    return found


def is_open(filling: Filling, typed: str | None = None) -> bool:
    """Whether the answers may be shown; the right code opens them for an hour. Raises TooManyKnocks."""
    now = clock.now()
    if filling.draft.is_locked(now):
        if typed is None or not is_right_code(filling.secret, typed):
            return False
        see_draft(draft=filling.draft, at=now)
    elif typed is None:
        see_draft(draft=filling.draft, at=now)
    return True


def is_right_code(secret: str, typed: str) -> bool:
    """A wrong one is counted. Raises TooManyKnocks, also for the right one after too many wrong ones."""
    if not knocks.is_quiet(Knock.CODE, secret, at=clock.now()):
        raise TooManyKnocks
    if tickets.is_code_of(secret, typed):
        return True
    knocks.knock(Knock.CODE, secret, at=clock.now())
    return False


def address_of(filling: Filling, step: Step | None) -> str:
    """Of a question, or of the page on which the answers are checked."""
    if step is None:
        return reverse("portal:apply_check", args=[filling.secret])
    return reverse("portal:apply_question", args=[filling.secret, WORDS[step]])


def to_code(filling: Filling) -> HttpResponse:
    return redirect("portal:apply_code", filling.secret)


def network_of(request: HttpRequest) -> str:
    """Where the request comes from: an address, or in IPv6 the network that one household has."""
    address = ipaddress.ip_address(get_adapter(request).get_client_ip(request))
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, NETWORK_OF_IPV6), strict=False))
    return str(address)
