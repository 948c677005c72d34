"""Addresses on the desk of a programme's definition."""

from django.urls import path

from kladka.definitions import views

app_name = "definitions"
urlpatterns = [
    path("<slug:key>/definition/", views.definition, name="definition"),
    path("<slug:key>/definition/file/", views.file, name="file"),
    path("<slug:key>/definition/load/", views.load_file, name="load"),
    path("<slug:key>/definition/versions/<int:revision>/", views.version, name="version"),
]
