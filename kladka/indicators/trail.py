"""How the trail calls what is done here."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "indicators.decided": _("decision about counting in an indicator"),
    "indicators.value_entered": _("value of an indicator entered"),
}
