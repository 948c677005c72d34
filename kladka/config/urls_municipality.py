"""Addresses of one municipality: its public portal and the desk of its staff."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
