"""What the fields of courses and internships may say."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HourKind(models.TextChoices):
    TEACHING = "teaching", _("teaching hours of 45 minutes")
    CLOCK = "clock", _("clock hours")
