"""What people decide about a figure where no rule can: the only thing of a figure that is stored."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from kladka.programmes.models import Edition
from kladka.programmes.models.columns import line


class ManualDecisionQuerySet(models.QuerySet["ManualDecision"]):
    def of(self, edition: Edition, counts: str) -> Self:
        return self.filter(edition=edition, counts=counts)

    def newest(self) -> Self:
        """The one in force for each measure and person; the others are its history."""
        return self.order_by("counts", "participation", "-decided_at", "-pk").distinct(
            "counts", "participation"
        )


class ManualDecision(models.Model):
    """Somebody counts or does not in spite of the rule, or a value that no record of persons tells.

    `counts` names the rule of the catalogue, or the key of a measure that has none. Never changed; a later
    decision takes the place of an earlier one.
    """

    privacy: ClassVar[Mapping[str, str]] = {
        "participation": "personal",
        "is_counted": "personal",
        "reason": "sensitive",
        "decided_by": "personal",
        "decided_at": "personal",
    }

    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    counts = models.CharField(_("rule of counting"), max_length=60)
    participation = models.ForeignKey(
        "participation.Participation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_counted = models.BooleanField(_("counts"), null=True, blank=True)
    women = models.PositiveIntegerField(_("women"), null=True, blank=True)
    men = models.PositiveIntegerField(_("men"), null=True, blank=True)
    total = models.PositiveIntegerField(_("total"), null=True, blank=True)
    reason = line(_("reason or source"))
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("decided at"))

    objects = ManualDecisionQuerySet.as_manager()

    class Meta:
        ordering = ["edition", "counts", "-decided_at", "-pk"]
        indexes = [models.Index(fields=["edition", "counts"], name="manual_decision_by_measure")]
        constraints = [
            CheckConstraint(
                name="manual_decision_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Write why: the figure is shown with this reason."),
            ),
            CheckConstraint(
                name="manual_decision_on_a_person_or_a_value",
                condition=Q(participation__isnull=False, is_counted__isnull=False, total=None)
                | Q(participation=None, is_counted=None, total__isnull=False),
                violation_error_message=_("Decide about one person, or give one value."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.counts}: {self.total if self.participation_id is None else self.participation}"
