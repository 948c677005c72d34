"""What the directory answers itself: a host that nobody owns, and the colours of those it knows."""

from django.http import Http404, HttpRequest, HttpResponse

from kladka.core.views import plain

YEAR = 365 * 24 * 60 * 60


def unknown_host(request: HttpRequest, host: str) -> HttpResponse:
    """404: the address is mistyped, or this installation does not serve that municipality."""
    return plain(request, "errors/unknown_host.html", 404, host=host)


def theme(request: HttpRequest, digest: str) -> HttpResponse:
    """The municipality's stylesheet. A new one has a new address, so a browser keeps it."""
    municipality = getattr(request, "tenant", None)
    if municipality is None or municipality.theme_digest != digest:
        raise Http404
    forever = {"Cache-Control": f"public, max-age={YEAR}, immutable"}
    return HttpResponse(municipality.theme_css, content_type="text/css; charset=utf-8", headers=forever)
