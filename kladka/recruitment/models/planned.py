"""What a programme asks of those who apply, and when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kladka.programmes.choices import Precision, Relation
from kladka.programmes.models import OfEdition
from kladka.programmes.models.columns import count, held, held_or_empty, line, number, partial_date, to
from kladka.recruitment.choices import CriterionKind, Evidence, Way


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
    """A rule of choice: formal ones are needed, premium ones give points."""

    kind = models.CharField(_("kind"), max_length=10, choices=CriterionKind)
    title = line(_("title"))
    points = number(_("points"))
    maximum = number(_("most points"))
    exclusive_group = models.CharField(_("one of a group"), max_length=60, blank=True)
    evidence = models.CharField(_("evidence"), max_length=11, choices=Evidence, blank=True)

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held("criterion", kind=CriterionKind),
            *held_or_empty("criterion", evidence=Evidence),
        ]

    def __str__(self) -> str:
        return self.title


class CriterionOption(OfEdition):
    """One answer to a criterion of several levels."""

    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="options")
    title = line(_("title"))
    points = number(_("points"))

    class Meta(OfEdition.Meta):
        pass

    def __str__(self) -> str:
        return self.title


class Round(OfEdition):
    """A window in which applications are taken, with its limits."""

    title = line(_("title"))
    offers = models.ManyToManyField("programmes.Offer", related_name="+", verbose_name=_("for"), blank=True)
    cycle = models.PositiveSmallIntegerField(_("cycle"), null=True, blank=True)
    way = models.CharField(_("way of choosing"), max_length=10, choices=Way, blank=True)
    opens, opens_precision = partial_date(_("opens"))
    closes, closes_precision = partial_date(_("closes"))
    limit, limit_relation = count(_("places"))
    reserve, reserve_relation = count(_("places in reserve"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held(
                "round",
                opens_precision=Precision,
                closes_precision=Precision,
                limit_relation=Relation,
                reserve_relation=Relation,
            ),
            *held_or_empty("round", way=Way),
        ]

    def __str__(self) -> str:
        return self.title
