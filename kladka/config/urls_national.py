"""Addresses of the national page, on the host of the installation itself."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from kladka.portal.views.home import national
from kladka.portal.views.look import look

residents = ([path("", national, name="home"), path("wyglad/", look, name="look")], "portal")
urlpatterns: list[URLPattern | URLResolver] = [
    *i18n_patterns(path("", include(residents)), prefix_default_language=False),
]

handler400 = "kladka.core.views.bad_request"
handler403 = "kladka.config.errors.forbidden"
handler404 = "kladka.config.errors.missing"
handler500 = "kladka.core.views.broken"
