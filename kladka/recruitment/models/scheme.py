"""How applications are scored, and by what equal ones are told apart. Frozen with the first score."""

from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from kladka.programmes.models import OfEdition
from kladka.programmes.models.columns import held, line, number, to
from kladka.recruitment.choices import Cards, Combining, PointSource, TieKey


class Scheme(OfEdition):
    """A version of a scoring scheme. To change one that is frozen, the file gets a new one."""

    title = line(_("title"))
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    combining = models.CharField(
        _("how sources make one result"), max_length=8, choices=Combining, default=Combining.SUM
    )
    cards = models.CharField(_("assessment cards"), max_length=5, choices=Cards, default=Cards.JOINT)
    maximum = number(_("most points"))
    minimum = number(_("fewest points"))
    frozen_at = models.DateTimeField(_("frozen at"), null=True, blank=True, editable=False)

    class Meta(OfEdition.Meta):
        verbose_name = _("scoring scheme")
        constraints = [*OfEdition.Meta.constraints, *held("scheme", combining=Combining, cards=Cards)]

    def __str__(self) -> str:
        return self.title


class SchemeSource(OfEdition):
    """What one source of points weighs, and the fewest points with which it is passed."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="sources")
    source = models.CharField(_("source of points"), max_length=13, choices=PointSource)
    weight = number(_("weight (%)"))
    maximum = number(_("most points"))
    minimum = number(_("fewest points"))

    class Meta(OfEdition.Meta):
        constraints = [*OfEdition.Meta.constraints, *held("scheme_source", source=PointSource)]

    def __str__(self) -> str:
        return self.get_source_display()


class TieBreak(OfEdition):
    """One key of the order among equals; the keys are asked in the order of the file."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="tie_breaks")
    by = models.CharField(_("by"), max_length=9, choices=TieKey)
    criterion = to("recruitment.Criterion", _("criterion"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held("tie_break", by=TieKey),
            CheckConstraint(
                name="tie_break_names_its_criterion",
                condition=Q(by=TieKey.CRITERION) ^ Q(criterion=None),
                violation_error_message=_("Name the criterion that tells equal applications apart."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.criterion) if self.criterion_id else self.get_by_display()
