"""How a person is reached: telephone, e-mail, addresses with their days."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.people.choices import AddressKind, ContactKind
from kladka.people.models.person import Person
from kladka.places.models import Address
from kladka.programmes.models.columns import held


class Contact(models.Model):
    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "kind": "personal",
        "value": "personal",
        "is_preferred": "personal",
        "note": "personal",
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts")
    kind = models.CharField(_("kind"), max_length=5, choices=ContactKind)
    value = models.CharField(_("number or address"), max_length=254, blank=True)
    is_preferred = models.BooleanField(_("preferred"), default=False)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ["person", "-is_preferred", "kind", "pk"]
        constraints = [
            UniqueConstraint(
                fields=["person", "kind", "value"],
                name="contact_once",
                violation_error_message=_("This person already has this contact."),
            ),
            UniqueConstraint(fields=["person"], name="contact_one_preferred", condition=Q(is_preferred=True)),
            *held("contact", kind=ContactKind),
            CheckConstraint(
                name="contact_says_where",
                condition=~Q(value="") | Q(kind=ContactKind.POST),
                violation_error_message=_("Write the telephone number or the e-mail address."),
            ),
        ]

    def __str__(self) -> str:
        return self.value or self.get_kind_display()


class PersonAddressQuerySet(models.QuerySet["PersonAddress"]):
    def on(self, day: date) -> Self:
        """In force on a day; the last day still counts."""
        return self.filter(Q(to_day=None) | Q(to_day__gte=day), from_day__lte=day)


class PersonAddress(models.Model):
    """Where a person lived, or wanted letters, from a day to a day."""

    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "address": "personal",
        "kind": "personal",
        "from_day": "personal",
        "to_day": "personal",
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="addresses")
    address = models.ForeignKey(Address, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=14, choices=AddressKind)
    from_day = models.DateField(_("from"))
    to_day = models.DateField(_("to"), null=True, blank=True)

    objects = PersonAddressQuerySet.as_manager()

    class Meta:
        ordering = ["person", "kind", "-from_day"]
        constraints = [
            UniqueConstraint(
                fields=["person", "kind"], name="person_address_one_at_a_time", condition=Q(to_day=None)
            ),
            *held("person_address", kind=AddressKind),
            CheckConstraint(
                name="person_address_days_in_order", condition=Q(to_day=None) | Q(to_day__gte=F("from_day"))
            ),
        ]

    def __str__(self) -> str:
        return str(self.address)
