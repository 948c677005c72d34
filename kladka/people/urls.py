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
    path("<uuid:public_id>/contacts/", views.contacts, name="contacts"),
    path("<uuid:public_id>/contacts/<int:contact_id>/", views.contact, name="contact"),
    path("<uuid:public_id>/consents/", views.consents, name="consents"),
    path("<uuid:public_id>/consents/<int:consent_id>/", views.consent, name="consent"),
    path("<uuid:public_id>/needs/", views.needs, name="needs"),
    path("<uuid:public_id>/household/", views.household, name="household"),
    path("<uuid:public_id>/household/<int:link_id>/", views.close_one_ends, name="close_one_ends"),
    path("<uuid:public_id>/everything/", views.everything, name="everything"),
    path("<uuid:public_id>/change/", views.change_person, name="change_person"),
    path("<uuid:public_id>/address/", views.address, name="address"),
    path("<uuid:public_id>/guardian/", views.guardian, name="guardian"),
    path("<uuid:public_id>/close-one/", views.close_one, name="close_one"),
]
