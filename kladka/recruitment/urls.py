from django.urls import path

from kladka.recruitment import views

app_name = "recruitment"
urlpatterns = [
    path("", views.applications, name="applications"),
    path("new/<int:edition_id>/", views.enter_application, name="enter_application"),
    path("<int:application_id>/", views.application, name="application"),
    path("<int:application_id>/package/", views.package, name="package"),
    path("<int:application_id>/complete/", views.complete, name="complete"),
    path("<int:application_id>/identity/", views.identity_checked, name="identity_checked"),
    path("<int:application_id>/proof/<int:claim_id>/", views.proof, name="proof"),
    path("<int:application_id>/decision/", views.decision, name="decision"),
    path("<int:application_id>/withdrawal/", views.withdrawal, name="withdrawal"),
]
