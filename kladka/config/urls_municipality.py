"""Addresses of one municipality: its public portal and the desk of its staff."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from kladka.municipalities.views import theme

urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/", include("kladka.indicators.urls")),
    path("desk/", include("kladka.reporting.urls")),
    path("desk/", include("kladka.imports.urls")),
    path("theme-<slug:digest>.css", theme, name="theme"),
    path("desk/recruitment/", include("kladka.recruitment.urls")),
    path("desk/messages/", include("kladka.messages.urls")),
    path("desk/papers/", include("kladka.papers.urls")),
    path("desk/people/", include("kladka.people.urls")),
    path("desk/sessions/", include("kladka.activities.urls")),
    path("desk/account/", include("kladka.accounts.urls")),
    path("desk/", include("kladka.programmes.urls")),
    path("desk/", include("kladka.definitions.urls")),
    path("desk/participations/", include("kladka.participation.urls")),
    path("desk/", include("kladka.desk.urls")),
    *i18n_patterns(path("", include("kladka.portal.urls")), prefix_default_language=False),
]

handler400 = "kladka.core.views.bad_request"
handler403 = "kladka.config.errors.forbidden"
handler404 = "kladka.config.errors.missing"
handler500 = "kladka.core.views.broken"
handler429 = "kladka.accounts.views.too_many"  # asked for by allauth
