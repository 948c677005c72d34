from django.urls import path

from kladka.reporting import views

app_name = "reporting"
urlpatterns = [
    path("programmes/<slug:key>/official-file/", views.packages, name="packages"),
    path("packages/<int:pk>/", views.package, name="package"),
]
