"""A place that became free is offered to the reserve in its order; and who does not agree may appeal."""

from collections.abc import Mapping
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.programmes.models.columns import held_or_empty
from kladka.recruitment.choices import AppealResult, PlaceAnswer


class Promotion(models.Model):
    """Somebody of the reserve was asked. A refusal is kept and the next is asked."""

    privacy: ClassVar[Mapping[str, str]] = {
        "application": "personal",
        "vacated_by": "personal",
        "asked_on": "personal",
        "asked_by": "personal",
        "answer_by": "personal",
        "answer": "personal",
        "answered_on": "personal",
        "reason": "sensitive",
    }

    application = models.ForeignKey(
        "recruitment.Application", on_delete=models.PROTECT, related_name="promotions"
    )
    vacated_by = models.ForeignKey(
        "recruitment.Application", on_delete=models.PROTECT, null=True, related_name="+"
    )
    asked_on = models.DateField(_("asked on"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answer_by = models.DateField(_("answer until"))
    answer = models.CharField(_("answer"), max_length=9, choices=PlaceAnswer, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("offer of a place")
        ordering = ["asked_on", "pk"]
        constraints = [
            *held_or_empty("promotion", answer=PlaceAnswer),
            UniqueConstraint(fields=["application"], name="promotion_one_open", condition=Q(answer="")),
            CheckConstraint(
                name="promotion_answered_on_a_day",
                condition=Q(answer="", answered_on=None) | ~Q(answer="") & Q(answered_on__isnull=False),
            ),
            CheckConstraint(name="promotion_days_in_order", condition=Q(answer_by__gte=F("asked_on"))),
        ]

    def __str__(self) -> str:
        return f"{self.application}, {self.asked_on}"


class Appeal(models.Model):
    """The applicant does not agree with the result."""

    privacy: ClassVar[Mapping[str, str]] = {
        "application": "personal",
        "received_on": "personal",
        "words": "sensitive",
        "result": "personal",
        "decided_on": "personal",
        "decided_by": "personal",
        "reason": "sensitive",
    }

    application = models.ForeignKey(
        "recruitment.Application", on_delete=models.PROTECT, related_name="appeals"
    )
    received_on = models.DateField(_("received on"))
    words = models.TextField(_("what it says"))
    result = models.CharField(_("result of the appeal"), max_length=9, choices=AppealResult, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("appeal")
        ordering = ["received_on", "pk"]
        constraints = [
            *held_or_empty("appeal", result=AppealResult),
            UniqueConstraint(fields=["application"], name="appeal_one_open", condition=Q(result="")),
            CheckConstraint(
                name="appeal_decided_by_somebody",
                condition=Q(result="", decided_on=None, decided_by=None)
                | ~Q(result="") & Q(decided_on__isnull=False, decided_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application}, {self.received_on}"
