"""The national registers: TERYT of Statistics Poland and the degree of urbanisation of Eurostat.

Municipalities' schemas keep codes and ask by code; nothing is joined. Each state is kept and chosen by its day.
"""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.municipalities.choices import Degree

Row = TypeVar("Row", bound=models.Model)


class StateQuerySet(models.QuerySet[Row]):
    """Rows of a register that is published anew from day to day."""

    def as_held_on(self, day: date) -> Self:
        """The newest state that was in force that day; before the first one, the first."""
        days = self.values_list("held_on", flat=True)
        newest = (
            days.filter(held_on__lte=day).order_by("-held_on").first() or days.order_by("held_on").first()
        )
        return self.filter(held_on=newest)


class Unit(models.Model):
    """TERC: a voivodeship (2 digits), a county (4), a municipality with its kind (7)."""

    privacy: ClassVar[Mapping[str, str]] = {}

    code = models.CharField(max_length=7)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=100)  # in the register's own words: "gmina miejska"
    held_on = models.DateField()

    objects = StateQuerySet.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["code", "held_on"], name="unit_once_in_a_state"),
            CheckConstraint(condition=Q(code__regex=r"^(\d{2}|\d{4}|\d{7})$"), name="unit_code_is_teryt"),
        ]

    def __str__(self) -> str:
        return self.name


class Locality(models.Model):
    """SIMC: a town, a village or a part of one."""

    privacy: ClassVar[Mapping[str, str]] = {}

    code = models.CharField(max_length=7)
    parent_code = models.CharField(max_length=7)  # its own where it is no part of another
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=2)
    unit_code = models.CharField(max_length=7)
    held_on = models.DateField()

    objects = StateQuerySet.as_manager()

    class Meta:
        constraints = [UniqueConstraint(fields=["code", "held_on"], name="locality_once_in_a_state")]
        indexes = [models.Index(fields=["unit_code"], name="locality_of_unit")]

    def __str__(self) -> str:
        return self.name


class Street(models.Model):
    """ULIC: a street of a locality. `name` is as on a plate: "ul. Jana Matejki"."""

    privacy: ClassVar[Mapping[str, str]] = {}

    code = models.CharField(max_length=5)
    locality_code = models.CharField(max_length=7)
    unit_code = models.CharField(max_length=7)
    name = models.CharField(max_length=220)
    held_on = models.DateField()

    objects = StateQuerySet.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["locality_code", "code", "held_on"], name="street_once_in_a_state")
        ]

    def __str__(self) -> str:
        return self.name


class Urbanisation(models.Model):
    """DEGURBA of a municipality; the kind of its code does not matter, so six digits are kept."""

    privacy: ClassVar[Mapping[str, str]] = {}

    code = models.CharField(_("TERYT code"), max_length=6)
    degree = models.CharField(_("degree of urbanisation"), max_length=1, choices=Degree)
    held_on = models.DateField(_("as of"))

    objects = StateQuerySet.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["code", "held_on"], name="urbanisation_once_in_a_state"),
            CheckConstraint(condition=Q(code__regex=r"^\d{6}$"), name="urbanisation_code_has_6_digits"),
            CheckConstraint(condition=Q(degree__in=Degree.values), name="urbanisation_degree_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.degree}"
