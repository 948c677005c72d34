"""How the trail calls what is done here."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "papers.printed": _("paper printed"),
    "papers.printed_again": _("paper printed again"),
}
