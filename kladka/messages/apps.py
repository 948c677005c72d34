from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MessagesConfig(AppConfig):
    name = "kladka.messages"
    label = "letters"  # Django's own notes to the user are called messages
    verbose_name = _("Messages")
