"""How the trail calls what is done here."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "reporting.package_made": _("official file made"),
    "reporting.package_opened": _("official file downloaded"),
}
