"""Who is close to a person: guardians of minors and wards, and the close environment (otoczenie)."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.people import rules
from kladka.people.choices import Kinship
from kladka.people.models.person import Person
from kladka.programmes.models.columns import held


class Guardian(models.Model):
    """Who signs for a minor or a ward. Need not be a person of the record."""

    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "name": "personal",
        "kinship": "personal",
        "phone": "personal",
        "email": "personal",
        "consent_on": "personal",
        "from_day": "personal",
        "to_day": "personal",
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="guardians")
    name = models.CharField(_("first name and surname"), max_length=2 * rules.LONGEST_NAME + 1)
    kinship = models.CharField(_("who it is to the person"), max_length=11, choices=Kinship)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    consent_on = models.DateField(_("consent given on"), null=True, blank=True)
    from_day = models.DateField(_("from"))
    to_day = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        ordering = ["person", "-from_day"]
        constraints = [
            *held("guardian", kinship=Kinship),
            CheckConstraint(
                name="guardian_days_in_order", condition=Q(to_day=None) | Q(to_day__gte=F("from_day"))
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PersonLink(models.Model):
    """The other person is this to the first one: supported and counted apart, as far as the first needs it."""

    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "other": "personal",
        "role": "personal",
        "same_household": "personal",
        "from_day": "personal",
        "to_day": "personal",
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="close_ones")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="close_to")
    role = models.CharField(_("who it is to the person"), max_length=11, choices=Kinship)
    same_household = models.BooleanField(_("lives in the same household"), default=False)
    from_day = models.DateField(_("from"))
    to_day = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        ordering = ["person", "role", "pk"]
        constraints = [
            UniqueConstraint(
                fields=["person", "other", "role"],
                name="person_link_once",
                violation_error_message=_("These two persons are already linked in this way."),
            ),
            *held("person_link", role=Kinship),
            CheckConstraint(
                name="person_link_joins_two",
                condition=~Q(person=F("other")),
                violation_error_message=_("Choose another person; nobody is close to themselves."),
            ),
            CheckConstraint(
                name="person_link_days_in_order", condition=Q(to_day=None) | Q(to_day__gte=F("from_day"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.other} ({self.get_role_display()})"
