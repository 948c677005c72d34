"""Addresses of a municipality's public site, in Polish words; /en/ and /uk/ stand before them."""

from django.urls import path

from kladka.portal.views.look import look

app_name = "portal"
urlpatterns = [
    path("wyglad/", look, name="look"),
]
