"""What allauth has no page for."""

from django.http import HttpRequest, HttpResponse

from kladka.core.views import plain

TOO_MANY = 429


def too_many(request: HttpRequest) -> HttpResponse:
    """Somebody, or some program, tries too often."""
    return plain(request, "accounts/too_many.html", TOO_MANY)
