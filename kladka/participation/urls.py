from django.urls import path

from kladka.participation import views

app_name = "participation"
urlpatterns = [
    path("agreement/<uuid:person_id>/", views.agreement, name="agreement"),
    path("<int:participation_id>/", views.participation, name="participation"),
    path("<int:participation_id>/entry/", views.entry, name="entry"),
    path("<int:participation_id>/amendment/", views.amendment, name="amendment"),
    path("<int:participation_id>/agreement/", views.agreement_paper, name="agreement_paper"),
    path("<int:participation_id>/declaration/", views.declaration_paper, name="declaration_paper"),
    path("<int:participation_id>/plan/", views.plan, name="plan"),
    path("<int:participation_id>/outcome/", views.outcome, name="outcome"),
    path("<int:participation_id>/exit/", views.exit, name="exit"),
    path("<int:participation_id>/reopening/", views.reopening, name="reopening"),
    path("<int:participation_id>/follow-up/", views.follow_up, name="follow_up"),
]
