"""Training flats and therapies, as they are planned."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from kladka.programmes.choices import Relation
from kladka.programmes.models import OfEdition
from kladka.programmes.models.columns import count, held, line, to


class TrainingFlat(OfEdition):
    """A flat in which people learn to live on their own; `running` says since when, in published words."""

    task = to("programmes.Task", _("task"))
    target_group = to("programmes.TargetGroup", _("target group"))
    site = to("programmes.Site", _("site"))
    places, places_relation = count(_("places"))
    trainings = ArrayField(
        models.CharField(max_length=500), verbose_name=_("trainings"), default=list, blank=True
    )
    running = line(_("running since"))

    class Meta(OfEdition.Meta):
        constraints = [*OfEdition.Meta.constraints, *held("training_flat", places_relation=Relation)]

    def __str__(self) -> str:
        return str(self.site or self.key)


class Therapy(OfEdition):
    """One kind of therapy and how many units are planned."""

    task = to("programmes.Task", _("task"))
    target_group = to("programmes.TargetGroup", _("target group"))
    title = line(_("title"))
    units, units_relation = count(_("units"))
    unit = line(_("unit"))

    class Meta(OfEdition.Meta):
        constraints = [*OfEdition.Meta.constraints, *held("therapy", units_relation=Relation)]

    def __str__(self) -> str:
        return self.title
