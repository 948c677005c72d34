from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Parity(TextChoices):
    """Which side of the street a line of a register means."""

    ALL = "all", _("all numbers")
    ODD = "odd", _("odd numbers")
    EVEN = "even", _("even numbers")
