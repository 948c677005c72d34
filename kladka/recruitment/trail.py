"""How the trail calls what is done here."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "recruitment.application_submitted": _("application received"),
    "recruitment.papers_completed": _("papers of the application complete"),
    "recruitment.ground_named": _("further ground named"),
    "recruitment.proof_seen": _("proof of a ground seen"),
    "recruitment.decided": _("application decided"),
    "recruitment.identity_checked": _("identity of the applicant checked"),
    "recruitment.draft_deleted": _("application on the portal not sent, deleted"),
    "recruitment.withdrawn": _("application withdrawn"),
}
