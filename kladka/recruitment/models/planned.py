"""What a programme asks of those who apply: grounds, and criteria with their levels."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kladka.programmes.choices import Precision
from kladka.programmes.models import OfEdition
from kladka.programmes.models.columns import held, held_or_empty, line, number, partial_date, to
from kladka.recruitment.choices import Answer, CriterionKind, Evidence, PointSource, Trait


class Ground(OfEdition):
    """A reason for which a person may take part, by its stable code."""

    code = models.CharField(_("code"), max_length=60)
    title = line(_("title"))
    part_of = to("recruitment.Ground", _("part of"))
    evidence = models.CharField(_("evidence"), max_length=11, choices=Evidence, blank=True)
    proof = line(_("proof"))
    valid_from, valid_from_precision = partial_date(_("valid from"))
    valid_to, valid_to_precision = partial_date(_("valid to"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held("ground", valid_from_precision=Precision, valid_to_precision=Precision),
            *held_or_empty("ground", evidence=Evidence),
        ]

    def __str__(self) -> str:
        return self.title


class Criterion(OfEdition):
    """A rule of choice: formal ones are needed, premium ones give points, precedence goes before points.

    Without a scheme it is only announced. Of an exclusive group only the highest result counts.
    """

    scheme = to("recruitment.Scheme", _("scoring scheme"))
    kind = models.CharField(_("kind"), max_length=10, choices=CriterionKind)
    title = line(_("title"))
    points = number(_("points"))
    maximum = number(_("most points"))
    exclusive_group = models.CharField(_("one of a group"), max_length=60, blank=True)
    evidence = models.CharField(_("evidence"), max_length=11, choices=Evidence, blank=True)
    source = models.CharField(_("source of points"), max_length=13, choices=PointSource, blank=True)
    answer = models.CharField(_("answer"), max_length=7, choices=Answer, default=Answer.YES_NO)
    trait = models.CharField(_("known from the record"), max_length=9, choices=Trait, blank=True)
    age_from = models.PositiveSmallIntegerField(_("age from"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("age to"), null=True, blank=True)
    area = to("programmes.Area", _("area"))
    ground = to("recruitment.Ground", _("ground"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held("criterion", kind=CriterionKind, answer=Answer),
            *held_or_empty("criterion", evidence=Evidence, source=PointSource, trait=Trait),
        ]

    def __str__(self) -> str:
        return self.title


class CriterionOption(OfEdition):
    """One answer to a criterion of several levels."""

    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="options")
    title = line(_("title"))
    points = number(_("points"))
    at_least = number(_("from the number"))

    class Meta(OfEdition.Meta):
        pass

    def __str__(self) -> str:
        return self.title
