from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProgrammeState(TextChoices):
    """How a published programme stands today."""

    PLANNED = "planned", _("planned")
    RUNNING = "running", _("running")
    ENDED = "ended", _("ended")


class Degree(TextChoices):
    """DEGURBA: how densely people live in a municipality."""

    CITY = "1", _("city (densely populated)")
    TOWN = "2", _("town or suburb (of medium density)")
    RURAL = "3", _("rural area (thinly populated)")
