"""When applications are taken, how many get a place, and for whom some places are kept."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from kladka.core.clock import today
from kladka.programmes.choices import Precision, Relation, TeamRole
from kladka.programmes.models import OfEdition, TeamMember, columns
from kladka.programmes.models.columns import count, held, held_or_empty, line, partial_date, to
from kladka.recruitment.choices import Trait, Way
from kladka.recruitment.models.committee import CommitteeMember

if TYPE_CHECKING:
    from kladka.accounts.models import User


class RoundQuerySet(models.QuerySet["Round"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use: of editions where the user works; a committee alone has its own rounds."""
        roles = TeamMember.objects.of(user, on=today()).working_in_programmes()
        wide = roles.exclude(role=TeamRole.COMMITTEE).filter(task=None, offer=None)
        here = Q(edition=None) | Q(edition=OuterRef("edition"))
        seats = CommitteeMember.objects.of(user).filter(committee__round=OuterRef("pk"))
        return self.filter(Exists(wide.filter(here)) | Exists(seats))


class Round(OfEdition):
    """A window in which applications are taken, with its limits."""

    title = line(_("title"))
    offers = models.ManyToManyField("programmes.Offer", related_name="+", verbose_name=_("for"), blank=True)
    scheme = to("recruitment.Scheme", _("scoring scheme"))
    cycle = models.PositiveSmallIntegerField(_("cycle"), null=True, blank=True)
    way = models.CharField(_("way of choosing"), max_length=10, choices=Way, blank=True)
    opens, opens_precision = partial_date(_("opens"))
    closes, closes_precision = partial_date(_("closes"))
    limit, limit_relation = count(_("places"))
    total, total_relation = count(_("places in all rounds"))
    reserve, reserve_relation = count(_("places in reserve"))
    answer_days = models.PositiveSmallIntegerField(_("days to accept a place"), null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held(
                "round",
                opens_precision=Precision,
                closes_precision=Precision,
                limit_relation=Relation,
                total_relation=Relation,
                reserve_relation=Relation,
            ),
            *held_or_empty("round", way=Way),
        ]

    def __str__(self) -> str:
        return self.title


class RoundQuota(OfEdition):
    """So many places, or such a share of them, are for those who have a trait; they are filled first."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="quotas")
    title = line(_("title"))
    trait = models.CharField(_("for whom"), max_length=9, choices=Trait)
    age_from = models.PositiveSmallIntegerField(_("age from"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("age to"), null=True, blank=True)
    area = to("programmes.Area", _("area"))
    ground = to("recruitment.Ground", _("ground"))
    criterion = to("recruitment.Criterion", _("criterion"))
    option = to("recruitment.CriterionOption", _("level"))
    number = models.PositiveIntegerField(_("fewest places"), null=True, blank=True)
    share = columns.number(_("smallest share of the places (%)"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held("round_quota", trait=Trait),
            CheckConstraint(
                name="round_quota_number_or_share",
                condition=Q(number=None) ^ Q(share=None),
                violation_error_message=_("Give either the number of places or their share."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.get_trait_display()
