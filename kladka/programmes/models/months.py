"""Months whose accounts are closed: nothing dated in them may change any more."""

from collections.abc import Mapping
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _


class ClosedMonth(models.Model):
    """Written by the module that keeps the accounts; read by every dated action."""

    privacy: ClassVar[Mapping[str, str]] = {"closed_by": "personal"}

    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="closed_months")
    month = models.DateField(_("month"), help_text=_("its first day"))
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(_("closed at"))

    class Meta:
        ordering = ["edition", "month"]
        constraints = [
            UniqueConstraint(fields=["edition", "month"], name="closed_month_once"),
            CheckConstraint(name="closed_month_by_its_first_day", condition=Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"
