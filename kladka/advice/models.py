"""Advice points and their hours in an ordinary week, as they are planned."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from kladka.activities.choices import Weekday
from kladka.programmes.models import OfEdition
from kladka.programmes.models.columns import line, to


class AdvicePoint(OfEdition):
    """A point where residents get advice in one or several fields."""

    task = to("programmes.Task", _("task"))
    support = to("programmes.Support", _("support"))
    title = line(_("title"))
    fields = ArrayField(models.CharField(max_length=500), verbose_name=_("fields"), default=list, blank=True)
    is_free = models.BooleanField(_("free of charge"), null=True, blank=True)
    site = to("programmes.Site", _("site"))

    class Meta(OfEdition.Meta):
        pass

    def __str__(self) -> str:
        return self.title


class AdviceHours(OfEdition):
    """When an advice point is open, perhaps for one field only."""

    advice_point = models.ForeignKey(AdvicePoint, on_delete=models.PROTECT, related_name="hours")
    field = line(_("field"))
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    starts_at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("to"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            CheckConstraint(name="advice_hours_weekday_is_known", condition=Q(weekday__range=(1, 7))),
            CheckConstraint(name="advice_hours_in_order", condition=Q(starts_at__lt=F("ends_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.starts_at:%H:%M}–{self.ends_at:%H:%M}"
