"""How the trail calls what is done here."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "messages.posted": _("message written"),
    "messages.sent": _("message sent"),
    "messages.failed": _("message not delivered"),
    "messages.came_back": _("message came back"),
    "messages.sent_again": _("message put back to be sent"),
    "messages.made_letter": _("message turned into a letter"),
    "messages.printed": _("letter printed"),
    "messages.wording_amended": _("wording of a message amended"),
    "messages.texts_deleted": _("texts of old messages deleted"),
}
