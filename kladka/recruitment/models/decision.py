"""What was decided about an application. A new decision replaces the one before, which stays."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.programmes.models.columns import held
from kladka.recruitment.choices import Outcome


class DecisionQuerySet(models.QuerySet["Decision"]):
    def in_force(self) -> Self:
        return self.filter(replaced_at=None)


class Decision(models.Model):
    privacy: ClassVar[Mapping[str, str]] = {
        "application": "personal",
        "outcome": "personal",
        "decided_on": "personal",
        "decided_by": "personal",
        "reason": "sensitive",
        "protocol": "personal",
        "recorded_at": "personal",
        "replaced_at": "personal",
    }

    application = models.ForeignKey(
        "recruitment.Application", on_delete=models.PROTECT, related_name="decisions"
    )
    outcome = models.CharField(_("decision"), max_length=13, choices=Outcome)
    decided_on = models.DateField(_("decided on"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("decided by")
    )
    reason = models.TextField(_("reason"), blank=True)
    protocol = models.ForeignKey(
        "recruitment.Protocol", on_delete=models.PROTECT, null=True, related_name="decisions"
    )
    recorded_at = models.DateTimeField(_("recorded at"))
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        ordering = ["application", "-recorded_at", "-pk"]
        constraints = [
            UniqueConstraint(
                fields=["application"], name="decision_one_in_force", condition=Q(replaced_at=None)
            ),
            *held("decision", outcome=Outcome),
            CheckConstraint(
                name="decision_refusal_has_a_reason",
                condition=~Q(outcome=Outcome.NOT_QUALIFIED) | ~Q(reason=""),
                violation_error_message=_("Write why the person is not qualified."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, {self.decided_on}"
