"""What the trail calls that which is done to programmes and their teams."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "programmes.role_given": _("role given"),
    "programmes.role_ended": _("role ended"),
    "programmes.organisation_named": _("organisation added"),
    "programmes.organisation_kind_corrected": _("kind of the organisation corrected"),
}
