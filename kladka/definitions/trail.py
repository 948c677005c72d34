"""What the trail calls that which is done to programmes as defined."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "definitions.programme_loaded": _("programme loaded from a file"),
    "definitions.draft_begun": _("draft of a programme begun"),
    "definitions.draft_written": _("draft of a programme changed"),
    "definitions.draft_brought_up_to_date": _("draft of a programme brought up to date"),
    "definitions.draft_handed_in": _("draft of a programme handed in"),
    "definitions.draft_taken_back": _("draft of a programme taken back"),
    "definitions.draft_withdrawn": _("draft of a programme withdrawn"),
    "definitions.draft_sent_back": _("draft of a programme sent back"),
    "definitions.draft_approved": _("draft of a programme approved"),
}
