from django.urls import path

from kladka.people import views

app_name = "people"
urlpatterns = [
    path("", views.people, name="people"),
    path("new/", views.add_person, name="add_person"),
    path("<uuid:public_id>/change/", views.change_person, name="change_person"),
    path("<uuid:public_id>/address/", views.address, name="address"),
    path("<uuid:public_id>/guardian/", views.guardian, name="guardian"),
    path("<uuid:public_id>/close-one/", views.close_one, name="close_one"),
]
