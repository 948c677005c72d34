"""One holding of an activity: when, where, by whom."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Exists, F, OuterRef, Q, UniqueConstraint
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from kladka.activities.choices import SessionState
from kladka.activities.models.activity import Activity
from kladka.activities.rules.register import minutes_between
from kladka.programmes.models.columns import held, line, to

if TYPE_CHECKING:
    from kladka.accounts.models import User


class SessionQuerySet(models.QuerySet["Session"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use."""
        return self.filter(activity__in=Activity.objects.visible_to(user))

    def public(self) -> Self:
        """What the public calendar shows; a cancelled session stays in it and says so."""
        return self.filter(activity__in=Activity.objects.public())

    def planned(self) -> Self:
        return self.filter(state=SessionState.PLANNED)

    def held(self) -> Self:
        return self.filter(state=SessionState.HELD)

    def taking_place(self) -> Self:
        return self.exclude(state=SessionState.CANCELLED)

    def between(self, start: datetime, end: datetime) -> Self:
        """Those that begin in this time; its end is out."""
        return self.filter(starts_at__gte=start, starts_at__lt=end)

    def led_by(self, user: "User") -> Self:
        return self.filter(Exists(SessionStaff.objects.filter(session=OuterRef("pk"), worker=user)))

    def waiting_for_register(self, *, at: datetime) -> Self:
        """Over by this moment, and nobody wrote yet whether they took place."""
        return self.planned().filter(ends_at__lte=at)


class Session(models.Model):
    """A planned one may be moved or cancelled; a held one is a fact. The first term stays when it is moved."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="sessions")
    title = line(_("topic"))
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))
    first_planned_for = models.DateTimeField(_("first planned for"))
    venue = to("places.Venue", _("venue"))
    room = to("places.Room", _("room"))
    places = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=9, choices=SessionState, default=SessionState.PLANNED)
    register_closed_at = models.DateTimeField(_("register closed at"), null=True, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["starts_at"], name="session_by_time")]
        constraints = [
            *held("session", state=SessionState),
            CheckConstraint(
                name="session_hours_in_order",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("The session ends before it starts. Correct the hours."),
            ),
            CheckConstraint(
                name="session_room_lies_in_a_venue", condition=Q(room=None) | Q(venue__isnull=False)
            ),
            CheckConstraint(
                name="session_closes_when_held",
                condition=Q(register_closed_at=None) | Q(state=SessionState.HELD),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity}: {self.title}" if self.title else str(self.activity)

    @property
    def day(self) -> date:
        """Of the municipality's calendar; a session over midnight belongs to the day on which it begins."""
        return localdate(self.starts_at)

    @property
    def minutes(self) -> int:
        return minutes_between(self.starts_at, self.ends_at)

    @property
    def is_moved(self) -> bool:
        return self.starts_at != self.first_planned_for

    @property
    def is_only_planned(self) -> bool:
        return self.state == SessionState.PLANNED

    @property
    def is_cancelled(self) -> bool:
        return self.state == SessionState.CANCELLED

    @property
    def is_held(self) -> bool:
        return self.state == SessionState.HELD


class SessionStaff(models.Model):
    """Who leads a session."""

    privacy: ClassVar[Mapping[str, str]] = {"worker": "personal"}

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="staff")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["session", "pk"]
        constraints = [UniqueConstraint(fields=["session", "worker"], name="session_staff_once")]

    def __str__(self) -> str:
        return str(self.worker)
