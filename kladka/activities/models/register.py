"""Who is expected at a session, and who was there."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.activities.choices import Mark
from kladka.activities.models.session import Session
from kladka.programmes.models.columns import held, line

if TYPE_CHECKING:
    from kladka.accounts.models import User


class GroupMembershipQuerySet(models.QuerySet["GroupMembership"]):
    def on(self, day: date) -> Self:
        """In the group on this day; the last day still counts."""
        return self.filter(Q(to_day=None) | Q(to_day__gte=day), from_day__lte=day)


class GroupMembership(models.Model):
    """Somebody's place in a group, from a day to a day."""

    privacy: ClassVar[Mapping[str, str]] = {
        "group": "personal",
        "participation": "personal",
        "from_day": "personal",
        "to_day": "personal",
    }

    group = models.ForeignKey("activities.Group", on_delete=models.PROTECT, related_name="memberships")
    participation = models.ForeignKey(
        "participation.Participation", on_delete=models.PROTECT, related_name="memberships"
    )
    from_day = models.DateField(_("from"))
    to_day = models.DateField(_("to"), null=True, blank=True)

    objects = GroupMembershipQuerySet.as_manager()

    class Meta:
        ordering = ["group", "from_day", "pk"]
        constraints = [
            UniqueConstraint(
                fields=["group", "participation"],
                name="group_membership_one_at_a_time",
                condition=Q(to_day=None),
                violation_error_message=_("This person is in the group already."),
            ),
            CheckConstraint(
                name="group_membership_days_in_order",
                condition=Q(to_day=None) | Q(to_day__gte=F("from_day")),
                violation_error_message=_("The last day in a group must not be before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.participation}"


class SignUp(models.Model):
    """Somebody expected at one session: a participant by name, or a guest who left a name and a telephone."""

    privacy: ClassVar[Mapping[str, str]] = {
        "session": "personal",
        "participation": "personal",
        "name": "personal",
        "phone": "personal",
        "signed_at": "personal",
        "withdrawn_at": "personal",
    }

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="sign_ups")
    participation = models.ForeignKey(
        "participation.Participation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sign_ups",
    )
    name = line(_("first name and surname"))
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    signed_at = models.DateTimeField(_("signed up at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        ordering = ["session", "signed_at", "pk"]
        constraints = [
            UniqueConstraint(
                fields=["session", "participation"],
                name="sign_up_once",
                condition=Q(withdrawn_at=None),
                violation_error_message=_("This person is signed up already."),
            ),
            CheckConstraint(
                name="sign_up_of_somebody",
                condition=Q(participation=None) ^ Q(name=""),
                violation_error_message=_("Write who signs up."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.participation or self.name)


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    def visible_to(self, user: "User") -> Self:
        return self.filter(session__in=Session.objects.visible_to(user))

    def present(self) -> Self:
        return self.filter(mark=Mark.PRESENT)


class Attendance(models.Model):
    """One person's mark in the register of one session. One taken back is no row; the trail has it."""

    privacy: ClassVar[Mapping[str, str]] = {
        "session": "personal",
        "participation": "personal",
        "mark": "personal",
        "minutes": "personal",
    }

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="marks", db_index=False)
    participation = models.ForeignKey(
        "participation.Participation", on_delete=models.PROTECT, related_name="marks"
    )
    mark = models.CharField(_("mark"), max_length=8, choices=Mark)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=0)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        ordering = ["session", "pk"]
        constraints = [
            *held("attendance", mark=Mark),
            UniqueConstraint(fields=["session", "participation"], name="attendance_one_mark_each"),
            CheckConstraint(
                name="attendance_minutes_only_if_present",
                condition=Q(mark=Mark.PRESENT) ^ Q(minutes=0),
                violation_error_message=_("Hours are counted only for those present."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participation}: {self.get_mark_display()}"
