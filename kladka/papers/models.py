from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _


class Counter(models.Model):
    """The last number given in a series. Locked while a number is taken, so that a series has no gaps."""

    series = models.CharField(_("series"), max_length=100)
    last = models.PositiveIntegerField(_("last number"))

    class Meta:
        constraints = [
            UniqueConstraint(fields=["series"], name="counter_one_of_a_series"),
            CheckConstraint(name="counter_begins_at_one", condition=Q(last__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.series}: {self.last}"
