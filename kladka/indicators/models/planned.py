"""Measures of a programme and the values promised of them."""

from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from kladka.indicators.choices import MeasureKind, MeasureUnit
from kladka.programmes.choices import Relation
from kladka.programmes.models import OfEdition, OfProgramme
from kladka.programmes.models.columns import count, held, line, number, to


class Measure(OfProgramme):
    """What is counted; `counts` names the rule by which the system counts it."""

    code = models.CharField(_("code"), max_length=60, blank=True)
    title = line(_("title"))
    kind = models.CharField(_("kind"), max_length=6, choices=MeasureKind)
    unit = models.CharField(_("unit"), max_length=11, choices=MeasureUnit, default=MeasureUnit.PERSONS)
    counts = models.CharField(_("rule of counting"), max_length=60, blank=True)
    evidence = line(_("evidence"))

    class Meta(OfProgramme.Meta):
        constraints = [
            *OfProgramme.Meta.constraints,
            *held("measure", kind=MeasureKind, unit=MeasureUnit),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}".strip()


class Target(OfEdition):
    """A promised value: by sex, in total only, or as a percentage; `within` makes it "of whom …"."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="targets")
    within = to("indicators.Target", _("of whom"))
    title = line(_("title"))
    women, women_relation = count(_("women"))
    men, men_relation = count(_("men"))
    total, total_relation = count(_("total"))
    percent = number(_("per cent"))
    scope = line(_("whose part"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held("target", women_relation=Relation, men_relation=Relation, total_relation=Relation),
            CheckConstraint(
                name="target_says_something",
                condition=Q(women__isnull=False)
                | Q(men__isnull=False)
                | Q(total__isnull=False)
                | Q(percent__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.measure)

    @property
    def is_measured(self) -> bool:
        """Whether its measure counts exactly what it promises: it is no part, or a part of another measure's."""
        return self.within is None or self.within.measure_id != self.measure_id
