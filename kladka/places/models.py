"""Addresses that can be spelled one way only, venues, rooms, and registers of revitalisation areas."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.places import rules
from kladka.places.choices import Parity


class District(models.Model):
    """A part of the town that people call by its name."""

    name = models.CharField(_("name"), max_length=100)

    class Meta:
        ordering = ["name"]
        constraints = [
            UniqueConstraint(
                fields=["name"],
                name="district_one_of_a_name",
                violation_error_message=_("There is already a district of this name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Address(models.Model):
    """One place, one record. Made by `actions.register_address`, which knows other spellings by `key`."""

    privacy: ClassVar[Mapping[str, str]] = {
        "street": "personal",
        "building": "personal",
        "flat": "personal",
        "postcode": "personal",
        "locality": "personal",
        "district": "personal",
        "key": "personal",
    }

    street = models.CharField(_("street"), max_length=150, blank=True)
    building = models.CharField(_("building number"), max_length=20, blank=True)
    flat = models.CharField(_("flat number"), max_length=20, blank=True)
    postcode = models.CharField(_("postcode"), max_length=6, blank=True)
    locality = models.CharField(_("locality"), max_length=100)
    municipality_code = models.CharField(_("TERYT code"), max_length=7)
    district = models.ForeignKey(
        District,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="addresses",
        verbose_name=_("district"),
    )
    key = models.CharField(max_length=320, editable=False)

    class Meta:
        verbose_name = _("address")
        constraints = [
            UniqueConstraint(fields=["key"], name="address_one_of_a_place"),
            CheckConstraint(
                name="address_postcode_is_well_formed",
                condition=Q(postcode="") | Q(postcode__regex=r"^\d{2}-\d{3}$"),
                violation_error_message=_("Write the postcode as two digits, a hyphen and three digits."),
            ),
            CheckConstraint(name="address_code_is_teryt", condition=Q(municipality_code__regex=r"^\d{7}$")),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.house, self.town) if part)

    @property
    def house(self) -> str:
        """`ul. Kotlarza 10b/3`; in a village without streets the number alone."""
        plain = self.street and self.street.split(" ")[0] not in rules.KINDS.values()
        street = f"ul. {self.street}" if plain else self.street
        number = f"{self.building}/{self.flat}" if self.flat else self.building
        return f"{street} {number}".strip()

    @property
    def town(self) -> str:
        return f"{self.postcode} {self.locality}".strip()


class Venue(models.Model):
    """Where things happen. Of some only the name, or only the district, is known or published."""

    name = models.CharField(_("name"), max_length=500, blank=True)
    address = models.ForeignKey(
        Address,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="venues",
        verbose_name=_("address"),
    )
    district = models.ForeignKey(
        District,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="venues",
        verbose_name=_("district"),
    )
    description = models.TextField(_("description"), blank=True)
    access = models.TextField(_("how to get in"), blank=True)
    is_revitalised = models.BooleanField(_("lies in a revitalised place"), default=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            UniqueConstraint(
                fields=["name", "address", "district"],
                name="venue_one_of_a_place",
                nulls_distinct=False,
                violation_error_message=_("This venue is already there."),
            ),
            CheckConstraint(
                name="venue_is_known_by_something",
                condition=~Q(name="") | Q(address__isnull=False) | Q(district__isnull=False),
                violation_error_message=_("Write the name of the venue, its address or its district."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.where

    @property
    def where(self) -> str:
        """The most exact thing known of the place, without its name."""
        return str(self.address or self.district or "")


class Room(models.Model):
    """A part of a venue that is booked by itself. An exclusive one holds one thing at a time."""

    venue = models.ForeignKey(Venue, on_delete=models.PROTECT, related_name="rooms", verbose_name=_("venue"))
    name = models.CharField(_("name"), max_length=100)
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    is_exclusive = models.BooleanField(_("one thing at a time"), default=True)

    class Meta:
        ordering = ["venue", "name"]
        constraints = [
            UniqueConstraint(
                fields=["venue", "name"],
                name="room_one_of_a_name",
                violation_error_message=_("This venue already has a room of this name."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.venue}, {self.name}"


class RevitalisationArea(models.Model):
    """A degraded area named by the council; its register of streets says who lives inside."""

    name = models.CharField(_("name"), max_length=200)
    resolution = models.CharField(_("resolution"), max_length=200, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            UniqueConstraint(
                fields=["name"],
                name="revitalisation_area_one_of_a_name",
                violation_error_message=_("There is already an area of this name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AreaStreetQuerySet(models.QuerySet["AreaStreet"]):
    def of(self, area: RevitalisationArea) -> Self:
        return self.filter(area=area)


class AreaStreet(models.Model):
    """A line of an area's register. All lines with one first day are one version of it."""

    area = models.ForeignKey(RevitalisationArea, on_delete=models.CASCADE, related_name="streets")
    street = models.CharField(_("street"), max_length=150)
    from_no = models.PositiveIntegerField(_("from number"), null=True, blank=True)
    to_no = models.PositiveIntegerField(_("to number"), null=True, blank=True)
    parity = models.CharField(_("side"), max_length=4, choices=Parity, default=Parity.ALL)
    valid_from = models.DateField(_("valid from"))

    objects = AreaStreetQuerySet.as_manager()

    class Meta:
        ordering = ["area", "valid_from", "street", "from_no"]
        constraints = [
            UniqueConstraint(
                fields=["area", "valid_from", "street", "from_no", "to_no", "parity"],
                name="area_street_line_once",
                nulls_distinct=False,
            ),
            CheckConstraint(name="area_street_parity_is_known", condition=Q(parity__in=Parity.values)),
            CheckConstraint(
                name="area_street_numbers_in_order",
                condition=Q(from_no=None) | Q(to_no=None) | Q(from_no__lte=F("to_no")),
                violation_error_message=_("The first number must not be greater than the last."),
            ),
        ]

    def __str__(self) -> str:
        numbers = "–".join(str(one) if one else "…" for one in (self.from_no, self.to_no))
        return f"{self.street} {numbers}" if self.from_no or self.to_no else self.street

    @property
    def line(self) -> rules.StreetLine:
        return rules.StreetLine(self.street, self.from_no, self.to_no, self.parity, self.valid_from)
