"""What the fields of activities may say."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GroupKind(models.TextChoices):
    GROUP = "group", _("group")
    CLUB = "club", _("club")
    SELF_HELP = "self_help", _("self-help group")


class EventKind(models.TextChoices):
    EVENT = "event", _("open event")
    OUTING = "outing", _("outing or trip")
    HEALTH_DAY = "health_day", _("health day")
    MEETING = "meeting", _("meeting of residents")


class Weekday(models.IntegerChoices):
    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")
