"""Sessions at the desk."""

from django.urls import path

from kladka.activities.views import attendance, closing, groups, guests, planning, sessions

app_name = "activities"
urlpatterns = [
    path("", sessions.sessions, name="sessions"),
    path("sessions.xlsx", sessions.sessions_file, name="sessions_file"),
    path("plan/", planning.plan, name="plan"),
    path("groups/", groups.groups, name="groups"),
    path("groups/<int:group_id>/", groups.group, name="group"),
    path("groups/<int:group_id>/members/<int:membership_id>/end/", groups.end, name="membership_end"),
    path("<int:session_id>/attendance/", attendance.attendance, name="attendance"),
    path("<int:session_id>/walk-in/", guests.walk_in, name="walk_in"),
    path("<int:session_id>/tally/", guests.tally, name="tally"),
    path("<int:session_id>/closing/", closing.closing, name="closing"),
    path("<int:session_id>/reopening/", closing.reopening, name="reopening"),
    path("<int:session_id>/move/", planning.move, name="move"),
    path("<int:session_id>/cancel/", planning.cancel, name="cancel"),
]
