"""An empty view behind the same middleware, for a web process of its own: the floor of public pages."""

import os

from django.http import HttpRequest, HttpResponse
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kladka.config.settings")


def empty(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [path("", empty, name="empty")]


def application_of_floor() -> object:
    """The product with other addresses."""
    from django.conf import settings  # noqa: PLC0415 - after the environment is set
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415

    settings.ROOT_URLCONF = __name__
    settings.OPEN_PAGES = {"empty"}
    return get_wsgi_application()


if os.environ.get("KLADKA_BENCH_FLOOR"):
    application = application_of_floor()
