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


class ActivityKind(models.TextChoices):
    """What sessions belong to: a group or club, an open event, or meetings with one person at a time."""

    GROUP = "group", _("group or club")
    EVENT = "event", _("open event")
    CONSULTATION = "consultation", _("individual meetings")


class SessionState(models.TextChoices):
    PLANNED = "planned", _("planned")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


class Mark(models.TextChoices):
    """A person's mark in the register; nobody wrote anything yet where there is none."""

    PRESENT = "present", _("present")
    ABSENT = "absent", _("absent")
    EXCUSED = "excused", _("excused")


class AgeBand(models.TextChoices):
    """As the indicators of the fund cut them, so that a head-count can stand beside them."""

    UNDER_18 = "under_18", _("under 18")
    FROM_18_TO_29 = "18_29", _("18–29")
    FROM_30_TO_54 = "30_54", _("30–54")
    OVER_54 = "over_54", _("55 and over")


class UseKind(models.TextChoices):
    """What occupies a room, a worker or a person; `source_id` is its key there."""

    SESSION = "session", _("session")
    INTERNSHIP = "internship", _("internship")
    STAY = "stay", _("stay in a flat")
