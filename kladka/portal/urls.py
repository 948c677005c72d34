"""Addresses of a municipality's public site, in Polish words; /en/ and /uk/ stand before them."""

from django.urls import path

from kladka.portal.views.home import home
from kladka.portal.views.look import look

app_name = "portal"
urlpatterns = [
    path("", home, name="home"),
    path("wyglad/", look, name="look"),
]
