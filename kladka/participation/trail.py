"""How the trail calls what is done here."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "participation.agreement_signed": _("agreement signed"),
    "participation.agreement_added": _("further agreement signed"),
    "participation.entry_declared": _("declaration of entry recorded"),
    "participation.starts_moved": _("start of participation moved"),
    "participation.entry_amended": _("entry data amended"),
    "participation.file_columns_kept": _("columns of the official file kept"),
    "participation.diagnosis_recorded": _("diagnosis recorded"),
    "participation.plan_made": _("plan agreed"),
    "participation.exit_recorded": _("end of participation recorded"),
    "participation.reopened": _("participation reopened"),
    "participation.outcome_recorded": _("outcome recorded"),
    "participation.followed_up": _("follow-up done"),
}
