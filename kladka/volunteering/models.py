"""Volunteer centres, as they are planned."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kladka.programmes.models import OfEdition
from kladka.programmes.models.columns import line, to


class VolunteerCentre(OfEdition):
    """Where and how volunteers act."""

    task = to("programmes.Task", _("task"))
    support = to("programmes.Support", _("support"))
    title = line(_("title"))
    description = models.TextField(_("description"), blank=True)
    site = to("programmes.Site", _("site"))

    class Meta(OfEdition.Meta):
        pass

    def __str__(self) -> str:
        return self.title or self.key
