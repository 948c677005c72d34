"""What the national page shows of programmes."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.municipalities.choices import ProgrammeState
from kladka.municipalities.models.directory import Municipality


class PublicProgramme(models.Model):
    """What a municipality chose to publish of a programme: a copy that the national page reads.

    Written by the municipality's portal; nothing here points into its schema.
    """

    privacy: ClassVar[Mapping[str, str]] = {}

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="public_programmes")
    slug = models.SlugField(_("short name"), max_length=100)
    title = models.CharField(_("title"), max_length=300)
    summary = models.TextField(_("summary"), blank=True)
    state = models.CharField(_("state"), max_length=8, choices=ProgrammeState)
    joinable_from = models.DateField(_("can be joined from"), null=True, blank=True)
    joinable_until = models.DateField(_("can be joined until"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    url_path = models.CharField(_("address of the page"), max_length=300)
    refreshed_at = models.DateTimeField(_("copied at"))

    class Meta:
        ordering = ["title"]
        constraints = [
            UniqueConstraint(fields=["municipality", "slug"], name="publicprogramme_one_of_a_name"),
            CheckConstraint(
                condition=Q(state__in=ProgrammeState.values), name="publicprogramme_state_is_known"
            ),
            CheckConstraint(
                condition=Q(joinable_from=None)
                | Q(joinable_until=None)
                | Q(joinable_from__lte=models.F("joinable_until")),
                name="publicprogramme_joinable_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.title
