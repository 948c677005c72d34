"""What a participation received: the one row a module above leaves here for each of its activities."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.participation.choices import SourceKind
from kladka.participation.models.participation import Participation
from kladka.programmes.models.columns import held


class SupportReceived(models.Model):
    """Restated whole by `actions.restate_supports`. Days are included; an import knows no minutes."""

    privacy: ClassVar[Mapping[str, str]] = {
        "participation": "personal",
        "support": "personal",
        "source_kind": "personal",
        "source_id": "personal",
        "first_on": "personal",
        "last_on": "personal",
        "minutes": "personal",
    }

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="supports")
    support = models.ForeignKey("programmes.Support", on_delete=models.PROTECT, related_name="+")
    source_kind = models.CharField(_("source"), max_length=10, choices=SourceKind)
    source_id = models.BigIntegerField()
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    minutes = models.PositiveIntegerField(_("minutes"), default=0)

    class Meta:
        ordering = ["participation", "first_on", "pk"]
        constraints = [
            UniqueConstraint(
                fields=["source_kind", "source_id", "participation", "support"], name="support_received_once"
            ),
            *held("support_received", source_kind=SourceKind),
            CheckConstraint(name="support_received_days_in_order", condition=Q(last_on__gte=F("first_on"))),
        ]

    def __str__(self) -> str:
        return f"{self.support}, {self.first_on}"
