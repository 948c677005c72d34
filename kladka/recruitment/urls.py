from django.urls import path

from kladka.recruitment import views

app_name = "recruitment"
urlpatterns = [
    path("", views.applications, name="applications"),
    path("new/<int:edition_id>/", views.enter_application, name="enter_application"),
    path("<int:application_id>/", views.application, name="application"),
    path("regulations/<int:edition_id>/", views.regulations_paper, name="regulations_paper"),
    path("protocols/<int:protocol_id>/paper/", views.protocol_paper, name="protocol_paper"),
    path("protocols/<int:protocol_id>/result/", views.result_paper, name="result_paper"),
    path("<int:application_id>/card/paper/", views.card_paper, name="card_paper"),
    path("<int:application_id>/complete/", views.complete, name="complete"),
    path("<int:application_id>/missing/", views.missing, name="missing"),
    path("<int:application_id>/missing/<int:thing_id>/", views.brought, name="brought"),
    path("<int:application_id>/identity/", views.identity_checked, name="identity_checked"),
    path("<int:application_id>/proof/<int:claim_id>/", views.proof, name="proof"),
    path("<int:application_id>/decision/", views.decision, name="decision"),
    path("<int:application_id>/withdrawal/", views.withdrawal, name="withdrawal"),
    path("<int:application_id>/card/", views.card, name="card"),
    path("<int:application_id>/conflict/", views.conflict, name="conflict"),
    path("<int:application_id>/vacancy/", views.vacancy, name="vacancy"),
    path("<int:application_id>/place/<int:promotion_id>/", views.place_answer, name="place_answer"),
    path("<int:application_id>/appeal/", views.appeal, name="appeal"),
    path("<int:application_id>/appeal/<int:appeal_id>/", views.appeal_decision, name="appeal_decision"),
    path("rounds/", views.rounds, name="rounds"),
    path("rounds/<int:round_id>/", views.round, name="round"),
    path("rounds/<int:round_id>/committee/", views.committee, name="committee"),
    path("rounds/<int:round_id>/draw/", views.draw, name="draw"),
    path("rounds/<int:round_id>/equals/", views.equals, name="equals"),
    path("rounds/<int:round_id>/meeting/", views.meeting, name="meeting"),
    path("rounds/<int:round_id>/reserve/", views.reserve, name="reserve"),
    path("rounds/<int:round_id>/offer/", views.offer, name="offer"),
    path("protocols/<int:protocol_id>/", views.protocol, name="protocol"),
    path("protocols/<int:protocol_id>/file/", views.protocol_file, name="protocol_file"),
    path("protocols/<int:protocol_id>/sign/<int:member_id>/", views.sign, name="sign"),
    path("protocols/<int:protocol_id>/publish/", views.publish, name="publish"),
]
