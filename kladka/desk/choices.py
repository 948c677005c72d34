"""What the desk's own pages can be asked."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stretch(TextChoices):
    """Where on their way through an edition people are, as the cockpit counts them."""

    TAKING_PART = "taking-part", _("take part")
    QUALIFIED = "agreed", _("agreed, not yet come")
    LEFT = "finished", _("have finished")
