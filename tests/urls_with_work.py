"""The addresses of a municipality with one page of the desk that is about something else than signing in."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from kladka.config.urls_municipality import handler429
from kladka.config.urls_municipality import urlpatterns as real

__all__ = ["handler429", "urlpatterns"]


def work(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("work")


urlpatterns = [path("desk/work/", work, name="work"), *real]
