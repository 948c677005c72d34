"""Addresses of the desk's own pages; the modules below bring theirs under the same /desk/."""

from django.urls import path

from kladka.desk.views import letters, papers, person, programmes, search, today, visit

app_name = "desk"
urlpatterns = [
    path("", today.today_page, name="today"),
    path("search/", search.search, name="search"),
    path("visit/", visit.visit, name="visit"),
    path("visit/<int:edition_id>/", visit.visit_person, name="visit_person"),
    path("visit/application/<int:application_id>/", visit.visit_decision, name="visit_decision"),
    path("visit/application/<int:application_id>/agreement/", visit.visit_agreement, name="visit_agreement"),
    path("visit/application/<int:application_id>/done/", visit.visit_done, name="visit_done"),
    path("recruitment/packages/", papers.packages, name="packages"),
    path("recruitment/<int:application_id>/package/", papers.package, name="package"),
    path("letters/", letters.letters, name="letters"),
    path("letters/printed/", letters.letters_printed, name="letters_printed"),
    path("letters/<int:message_id>/", letters.letter, name="letter"),
    path("programmes/", programmes.programmes, name="programmes"),
    path("programmes/<slug:key>/", programmes.programme, name="programme"),
    path("programmes/<slug:key>/people/<slug:stretch>/", programmes.people, name="programme_people"),
    path("people/<uuid:public_id>/", person.overview, name="person"),
    path("people/<uuid:public_id>/data/", person.data, name="person_data"),
    path("people/<uuid:public_id>/path/", person.path, name="person_path"),
    path("people/<uuid:public_id>/documents/", person.documents, name="person_documents"),
    path("people/<uuid:public_id>/indicators/", person.indicators, name="person_indicators"),
    path("people/<uuid:public_id>/attendance/", person.attendance, name="person_attendance"),
    path("people/<uuid:public_id>/messages/", person.messages, name="person_messages"),
    path("people/<uuid:public_id>/history/", person.history, name="person_history"),
]
