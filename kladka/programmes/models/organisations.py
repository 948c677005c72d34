"""Organisations, each kept once, and what they are in a programme."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.programmes.choices import OrganisationKind, PartyRole, Precision
from kladka.programmes.models.columns import held, line, partial_date, to
from kladka.programmes.models.planned import OfProgramme


class Organisation(models.Model):
    """A municipality, an office, an association, a firm."""

    name = models.CharField(_("name"), max_length=500)
    kind = models.CharField(_("kind"), max_length=21, choices=OrganisationKind)

    class Meta:
        verbose_name = _("organisation")
        ordering = ["name"]
        constraints = [
            UniqueConstraint(
                fields=["name"],
                name="organisation_one_of_a_name",
                violation_error_message=_("There is already an organisation of this name."),
            ),
            *held("organisation", kind=OrganisationKind),
        ]

    def __str__(self) -> str:
        return self.name


class Party(OfProgramme):
    """An organisation in its role; one that is not yet chosen is described instead."""

    role = models.CharField(_("role"), max_length=18, choices=PartyRole)
    organisation = to("programmes.Organisation", _("organisation"))
    described_as = line(_("described as"))
    since, since_precision = partial_date(_("since"))
    until, until_precision = partial_date(_("until"))

    class Meta(OfProgramme.Meta):
        constraints = [
            *OfProgramme.Meta.constraints,
            *held("party", role=PartyRole, since_precision=Precision, until_precision=Precision),
            CheckConstraint(
                name="party_is_somebody", condition=Q(organisation__isnull=False) | ~Q(described_as="")
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation or self.described_as)
