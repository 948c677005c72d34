"""How the trail calls what is done here."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "recruitment.application_submitted": _("application received"),
    "recruitment.papers_completed": _("papers of the application complete"),
    "recruitment.missing_noted": _("missing paper or answer noted"),
    "recruitment.missing_taken": _("missing paper or answer brought"),
    "recruitment.ground_named": _("further ground named"),
    "recruitment.proof_seen": _("proof of a ground seen"),
    "recruitment.decided": _("application decided"),
    "recruitment.identity_checked": _("identity of the applicant checked"),
    "recruitment.draft_deleted": _("application on the portal not sent, deleted"),
    "recruitment.withdrawn": _("application withdrawn"),
    "recruitment.committee_appointed": _("committee appointed"),
    "recruitment.conflict_declared": _("conflict of interest declared"),
    "recruitment.scored": _("application scored"),
    "recruitment.drawn": _("lot drawn"),
    "recruitment.ruled_among_equals": _("committee ruled among equals"),
    "recruitment.protocol_sealed": _("protocol sealed"),
    "recruitment.protocol_signed": _("protocol signed"),
    "recruitment.results_published": _("results published"),
    "recruitment.place_vacated": _("place became free"),
    "recruitment.place_taken_back": _("place taken again"),
    "recruitment.place_offered": _("place offered to the reserve"),
    "recruitment.place_answered": _("answer about a place"),
    "recruitment.appeal_received": _("appeal received"),
    "recruitment.appeal_decided": _("appeal decided"),
}
