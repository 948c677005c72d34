"""What an application waits for, as somebody of the team noted it."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from kladka.programmes.models.columns import held
from kladka.recruitment.choices import Bringer


class MissingThingQuerySet(models.QuerySet["MissingThing"]):
    def waited_for(self) -> Self:
        return self.filter(brought_on=None)


class MissingThing(models.Model):
    """A paper or an answer: who brings it and by when. One that was brought stays, with the day."""

    privacy: ClassVar[Mapping[str, str]] = {
        "application": "personal",
        "what": "sensitive",
        "brings": "personal",
        "due_on": "personal",
        "noted_on": "personal",
        "noted_by": "personal",
        "brought_on": "personal",
        "taken_by": "personal",
    }

    application = models.ForeignKey(
        "recruitment.Application", on_delete=models.PROTECT, related_name="missing_things"
    )
    what = models.CharField(_("what is missing"), max_length=200)
    brings = models.CharField(_("who brings it"), max_length=9, choices=Bringer, default=Bringer.APPLICANT)
    due_on = models.DateField(_("by when"))
    noted_on = models.DateField(_("noted on"))
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    brought_on = models.DateField(_("brought on"), null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = MissingThingQuerySet.as_manager()

    class Meta:
        verbose_name = _("missing paper or answer")
        ordering = ["application", "due_on", "pk"]
        constraints = [
            *held("missing_thing", brings=Bringer),
            CheckConstraint(
                name="missing_thing_taken_by_somebody",
                condition=Q(brought_on=None, taken_by=None)
                | Q(brought_on__isnull=False, taken_by__isnull=False),
            ),
            CheckConstraint(
                name="missing_thing_days_in_order",
                condition=Q(brought_on=None) | Q(brought_on__gte=F("noted_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.what
