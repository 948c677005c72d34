from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Made(TextChoices):
    """What an import did with a row."""

    NEW = "new", _("new person")
    JOINED = "joined", _("known person, new in the edition")
    CHANGED = "changed", _("changed")
