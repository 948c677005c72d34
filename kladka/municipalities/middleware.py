"""Host name to municipality: the first thing that happens to a request."""

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from kladka.core.http import GetResponse
from kladka.municipalities import queries
from kladka.municipalities.models import Municipality
from kladka.municipalities.tenancy import connection
from kladka.municipalities.views import unknown_host


class MunicipalityMiddleware:
    """Choose the schema, the addresses and the time zone by the host; a host nobody owns gets a clear 404.

    The schema is not taken back after the answer: a streamed answer is still reading. Every request sets its own.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        timezone.deactivate()
        host = host_of(request)
        if host in settings.NATIONAL_HOSTS:
            return self.answer_nationally(request)
        municipality = queries.municipality_at(host) if host else None
        if municipality is None:
            return self.answer_stranger(request, host)
        return self.answer_for(request, municipality)

    def answer_nationally(self, request: HttpRequest) -> HttpResponseBase:
        connection.set_schema_to_public()
        request.tenant = None  # type: ignore[attr-defined]
        request.urlconf = settings.PUBLIC_SCHEMA_URLCONF
        return self.get_response(request)

    def answer_for(self, request: HttpRequest, municipality: Municipality) -> HttpResponseBase:
        connection.set_tenant(municipality)
        request.tenant = municipality  # type: ignore[attr-defined]
        timezone.activate(municipality.time_zone)
        return self.get_response(request)

    def answer_stranger(self, request: HttpRequest, host: str) -> HttpResponseBase:
        connection.set_schema_to_public()
        request.tenant = None  # type: ignore[attr-defined]
        request.urlconf = settings.PUBLIC_SCHEMA_URLCONF
        return unknown_host(request, host)


def host_of(request: HttpRequest) -> str:
    """The host asked for, without port, a leading `www.` or a final dot; empty where it is not a host at all."""
    try:
        asked = request.get_host()
    except DisallowedHost:
        return ""
    host = asked.rsplit(":", 1)[0] if not asked.endswith("]") else asked
    return host.rstrip(".").lower().removeprefix("www.")
