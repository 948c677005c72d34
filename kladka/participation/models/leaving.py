"""The end: why, with what result, and what four weeks brought."""

from collections.abc import Mapping
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.participation.choices import ExitReason, Situation
from kladka.participation.models.participation import Participation
from kladka.programmes.models.columns import held


class Exit(models.Model):
    """How a participation ended. The day itself is `Participation.left_on`."""

    privacy: ClassVar[Mapping[str, str]] = {
        "participation": "personal",
        "reason": "sensitive",
        "path_completed": "personal",
        "recorded_by": "personal",
        "recorded_at": "personal",
    }

    participation = models.OneToOneField(
        Participation, on_delete=models.PROTECT, primary_key=True, related_name="exit"
    )
    reason = models.CharField(_("reason"), max_length=10, choices=ExitReason)
    path_completed = models.BooleanField(_("path completed as planned"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta:
        verbose_name = _("end of participation")
        constraints = [*held("exit", reason=ExitReason)]

    def __str__(self) -> str:
        return f"{self.participation}: {self.get_reason_display()}"


class Outcome(models.Model):
    """A situation after the end, with its proof; results are counted from these rows."""

    privacy: ClassVar[Mapping[str, str]] = {
        "participation": "personal",
        "situation": "sensitive",
        "happened_on": "personal",
        "evidence": "sensitive",
        "received_on": "personal",
        "recorded_by": "personal",
        "recorded_at": "personal",
    }

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="outcomes")
    situation = models.CharField(_("situation"), max_length=13, choices=Situation)
    happened_on = models.DateField(_("since"))
    evidence = models.CharField(_("evidence"), max_length=200, blank=True)
    received_on = models.DateField(_("evidence received on"), null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta:
        ordering = ["participation", "happened_on", "pk"]
        constraints = [
            UniqueConstraint(
                fields=["participation", "situation", "happened_on"],
                name="outcome_once",
                violation_error_message=_("This is already recorded for that day."),
            ),
            *held("outcome", situation=Situation),
        ]

    def __str__(self) -> str:
        return f"{self.get_situation_display()}, {self.happened_on}"


class FollowUp(models.Model):
    """The question asked within four weeks after the end."""

    privacy: ClassVar[Mapping[str, str]] = {
        "participation": "personal",
        "due_on": "personal",
        "done_on": "personal",
        "done_by": "personal",
    }

    participation = models.OneToOneField(
        Participation, on_delete=models.PROTECT, primary_key=True, related_name="follow_up"
    )
    due_on = models.DateField(_("due on"))
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            CheckConstraint(
                name="follow_up_done_by_somebody",
                condition=Q(done_on=None, done_by=None) | Q(done_on__isnull=False, done_by__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.participation}, {self.due_on}"
