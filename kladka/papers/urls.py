from django.urls import path

from kladka.papers import views

app_name = "papers"
urlpatterns = [
    path("", views.printed, name="printed"),
    path("<int:printed_id>/", views.again, name="again"),
]
