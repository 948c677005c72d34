"""Corrections of what was frozen at entry."""

from collections.abc import Mapping
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from kladka.participation.models.participation import Participation
from kladka.participation.models.snapshot import EntrySnapshot, EntryTraits, column, in_words


class Amendment(models.Model):
    """A correction of one frozen value, with its reason and evidence. It survives a start that moves."""

    privacy: ClassVar[Mapping[str, str]] = {
        "participation": "personal",
        "snapshot": "personal",
        "field": "personal",
        "old": "sensitive",
        "new": "sensitive",
        "reason": "sensitive",
        "evidence": "sensitive",
        "amended_by": "personal",
        "amended_at": "personal",
    }

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="amendments")
    snapshot = models.ForeignKey(
        EntrySnapshot,
        on_delete=models.PROTECT,
        related_name="amendments",
        verbose_name=_("version made by it"),
    )
    field = models.CharField(_("field"), max_length=40)
    old = models.CharField(_("value before"), max_length=200, blank=True)
    new = models.CharField(_("value after"), max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=300)
    evidence = models.CharField(_("evidence"), max_length=300, blank=True)
    amended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    amended_at = models.DateTimeField(_("amended at"))

    class Meta:
        ordering = ["participation", "amended_at", "pk"]
        constraints = [
            CheckConstraint(
                name="amendment_reason_is_said",
                condition=~Q(reason=""),
                violation_error_message=_("Write why the value is corrected."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.participation}: {self.field}"

    @property
    def label(self) -> str:
        """What was corrected, in words."""
        return str(column(self.field).verbose_name)

    @property
    def is_sensitive(self) -> bool:
        """Whether its values are shown only where their reading is logged."""
        return {**EntrySnapshot.privacy, **EntryTraits.privacy}[self.field] == "sensitive"

    @property
    def before(self) -> str:
        return in_words(self.field, self.old)

    @property
    def after(self) -> str:
        return in_words(self.field, self.new)
