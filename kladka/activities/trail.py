"""What the trail calls that which is done to sessions and registers."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "activities.activity_added": _("activity added"),
    "activities.session_planned": _("session planned"),
    "activities.series_planned": _("series of sessions planned"),
    "activities.session_moved": _("session moved"),
    "activities.session_cancelled": _("session cancelled"),
    "activities.attendance_recorded": _("attendance recorded"),
    "activities.register_closed": _("register closed"),
    "activities.register_reopened": _("register opened again"),
    "activities.expected": _("person added to the list of the session"),
    "activities.tally_recorded": _("head-count recorded"),
    "activities.member_added": _("person added to the group"),
    "activities.membership_ended": _("last day in the group written"),
}
