from django.urls import path

from kladka.people import views

app_name = "people"
urlpatterns = [
    path("", views.people, name="people"),
    path("new/", views.add_person, name="add_person"),
    path("duplicates/", views.duplicates, name="duplicates"),
    path("merges/", views.merges, name="merges"),
    path("merges/<int:merge_id>/undo/", views.undoing, name="undoing"),
    path("<uuid:public_id>/compare/", views.comparing, name="comparing"),
    path("<uuid:public_id>/compare/<uuid:other_id>/", views.comparison, name="comparison"),
    path("<uuid:public_id>/compare/<uuid:other_id>/apart/", views.telling_apart, name="telling_apart"),
    path("<uuid:public_id>/change/", views.change_person, name="change_person"),
    path("<uuid:public_id>/address/", views.address, name="address"),
    path("<uuid:public_id>/guardian/", views.guardian, name="guardian"),
    path("<uuid:public_id>/close-one/", views.close_one, name="close_one"),
]
