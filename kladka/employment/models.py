"""Courses and internships, as they are planned."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kladka.employment.choices import HourKind
from kladka.programmes.choices import Relation
from kladka.programmes.models import OfEdition
from kladka.programmes.models.columns import count, held, held_or_empty, line, number, to


class Course(OfEdition):
    """A course or training."""

    task = to("programmes.Task", _("task"))
    support = to("programmes.Support", _("support"))
    title = line(_("title"))
    hours = number(_("hours"))
    hour_kind = models.CharField(_("kind of hours"), max_length=8, choices=HourKind, blank=True)
    places, places_relation = count(_("places"))
    ends_with_certificate = models.BooleanField(_("ends with a certificate"), null=True, blank=True)
    is_formal_qualification = models.BooleanField(_("gives a qualification"), null=True, blank=True)

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held("course", places_relation=Relation),
            *held_or_empty("course", hour_kind=HourKind),
        ]

    def __str__(self) -> str:
        return self.title


class Internship(OfEdition):
    """Internships: how long, how many, with which stipend."""

    task = to("programmes.Task", _("task"))
    stage = to("programmes.Stage", _("stage"))
    support = to("programmes.Support", _("support"))
    title = line(_("title"))
    months = models.PositiveSmallIntegerField(_("months"), null=True, blank=True)
    is_full_time = models.BooleanField(_("full time"), null=True, blank=True)
    hours_per_week = number(_("hours a week"))
    places, places_relation = count(_("places"))
    has_stipend = models.BooleanField(_("with a stipend"), null=True, blank=True)

    class Meta(OfEdition.Meta):
        constraints = [*OfEdition.Meta.constraints, *held("internship", places_relation=Relation)]

    def __str__(self) -> str:
        return self.title
