from django.urls import path

from kladka.indicators import views

app_name = "indicators"
urlpatterns = [
    path("programmes/<slug:key>/indicators/", views.matrix, name="matrix"),
    path("indicators/<slug:measure>/people/", views.people, name="people"),
]
