"""What the trail calls that which is done to the municipality's own site."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "portal.site_text_published": _("first words of the site published"),
    "portal.statement_published": _("accessibility statement published"),
    "portal.notice_published": _("privacy notice published"),
}
