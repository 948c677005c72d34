"""Assessment cards (A-03): what was said of each criterion, by whom, on what evidence."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _


class CardQuerySet(models.QuerySet["Card"]):
    def in_force(self) -> Self:
        return self.filter(replaced_at=None)


class Card(models.Model):
    """A filled-in card. A later one replaces it; it stays as it was."""

    privacy: ClassVar[Mapping[str, str]] = {
        "application": "personal",
        "scored_by": "personal",
        "scored_at": "personal",
        "replaced_at": "personal",
        "total": "personal",
        "precedence": "personal",
        "is_correct": "personal",
        "remarks": "sensitive",
    }

    application = models.ForeignKey("recruitment.Application", on_delete=models.PROTECT, related_name="cards")
    scheme = models.ForeignKey("recruitment.Scheme", on_delete=models.PROTECT, related_name="+")
    scored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("scored by")
    )
    scored_at = models.DateTimeField(_("scored at"))
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)
    total = models.DecimalField(_("points together"), max_digits=18, decimal_places=6)
    precedence = models.DecimalField(_("precedence"), max_digits=18, decimal_places=6)
    is_correct = models.BooleanField(_("formally correct"))
    remarks = models.TextField(_("remarks"), blank=True)

    objects = CardQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment card")
        ordering = ["application", "-scored_at", "-pk"]
        constraints = [
            UniqueConstraint(
                fields=["application", "scored_by"],
                name="card_one_in_force_of_a_member",
                condition=Q(replaced_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.application}: {self.total.normalize():f}"


class CriterionResult(models.Model):
    """One line of a card. The evidence is named, with the day and the one who saw it; no copy is kept."""

    privacy: ClassVar[Mapping[str, str]] = {
        "card": "personal",
        "criterion": "personal",
        "is_met": "sensitive",
        "number": "sensitive",
        "points": "sensitive",
        "evidence": "sensitive",
        "seen_on": "personal",
        "seen_by": "personal",
    }

    card = models.ForeignKey(Card, on_delete=models.PROTECT, related_name="results")
    criterion = models.ForeignKey("recruitment.Criterion", on_delete=models.PROTECT, related_name="+")
    is_met = models.BooleanField(_("met"))
    number = models.DecimalField(_("number"), max_digits=18, decimal_places=6, null=True, blank=True)
    levels = models.ManyToManyField("recruitment.CriterionOption", related_name="+", verbose_name=_("levels"))
    points = models.DecimalField(_("points"), max_digits=18, decimal_places=6)
    evidence = models.CharField(_("what was seen"), max_length=200, blank=True)
    seen_on = models.DateField(_("seen on"), null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("seen by"),
    )

    class Meta:
        ordering = ["card", "criterion__position", "pk"]
        constraints = [
            UniqueConstraint(fields=["card", "criterion"], name="criterion_result_once"),
            CheckConstraint(
                name="criterion_result_seen_by_somebody",
                condition=Q(evidence="", seen_on=None, seen_by=None)
                | ~Q(evidence="") & Q(seen_on__isnull=False, seen_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.points.normalize():f}"
