"""What the trail calls that which is done to programmes and their teams."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "programmes.role_given": _("role given"),
    "programmes.role_ended": _("role ended"),
}
