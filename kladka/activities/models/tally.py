"""Heads counted without names."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.activities.choices import AgeBand
from kladka.activities.models.session import Session
from kladka.programmes.choices import Sex
from kladka.programmes.models.columns import held_or_empty


class Tally(models.Model):
    """How many came whom no mark names, by sex and age where these were counted."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="tallies")
    sex = models.CharField(_("sex"), max_length=5, choices=Sex, blank=True)
    age_band = models.CharField(_("age"), max_length=8, choices=AgeBand, blank=True)
    number = models.PositiveIntegerField(_("how many"))

    class Meta:
        ordering = ["session", "sex", "age_band"]
        constraints = [
            *held_or_empty("tally", sex=Sex, age_band=AgeBand),
            UniqueConstraint(fields=["session", "sex", "age_band"], name="tally_one_number_each"),
            CheckConstraint(name="tally_counts_somebody", condition=Q(number__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.session}: {self.number}"
