"""What is done: tasks, stages, staff, supports, quotas, offers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kladka.programmes.choices import Per, Precision, Relation, Scope
from kladka.programmes.models.columns import count, held, held_or_empty, line, money, partial_date, to
from kladka.programmes.models.planned import OfEdition


class Task(OfEdition):
    """A task of the application; it may have its own dates and its own deliverer."""

    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    title = line(_("title"))
    starts, starts_precision = partial_date(_("starts"))
    ends, ends_precision = partial_date(_("ends"))
    deliverer = to("programmes.Party", _("delivered by"))
    persons, persons_relation = count(_("persons"))
    groups, groups_relation = count(_("groups"))
    open_to = line(_("open to"))
    description = models.TextField(_("description"), blank=True)
    is_indirect_costs = models.BooleanField(_("indirect costs"), default=False)

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held(
                "task",
                starts_precision=Precision,
                ends_precision=Precision,
                persons_relation=Relation,
                groups_relation=Relation,
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Stage(OfEdition):
    """A step that follows another, in the order of their positions."""

    task = to("programmes.Task", _("task"))
    title = line(_("title"))
    starts, starts_precision = partial_date(_("starts"))
    ends, ends_precision = partial_date(_("ends"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held("stage", starts_precision=Precision, ends_precision=Precision),
        ]

    def __str__(self) -> str:
        return self.title


class Staff(OfEdition):
    """A role in the team and how many hold it; people are named in `TeamMember`."""

    task = to("programmes.Task", _("task"))
    local_activity_programme = to("programmes.LocalActivityProgramme", _("local activity programme"))
    party = to("programmes.Party", _("organisation"))
    role = line(_("role"))
    number, number_relation = count(_("number"))
    duties = line(_("duties"))

    class Meta(OfEdition.Meta):
        constraints = [*OfEdition.Meta.constraints, *held("staff", number_relation=Relation)]

    def __str__(self) -> str:
        return self.role


class Support(OfEdition):
    """One kind of support in its published words; `service` is its code in the official dictionary."""

    task = to("programmes.Task", _("task"))
    stage = to("programmes.Stage", _("stage"))
    local_activity_programme = to("programmes.LocalActivityProgramme", _("local activity programme"))
    scope = models.CharField(_("scope"), max_length=12, choices=Scope, blank=True)
    section = models.CharField(_("heading of its page"), max_length=60, blank=True)
    title = line(_("title"))
    service = models.CharField(_("code of the service"), max_length=60, blank=True)
    target_group = to("programmes.TargetGroup", _("target group"))
    deliverer = to("programmes.Party", _("delivered by"))
    site = to("programmes.Site", _("site"))
    starts, starts_precision = partial_date(_("starts"))
    ends, ends_precision = partial_date(_("ends"))
    is_free = models.BooleanField(_("free of charge"), null=True, blank=True)
    fee, fee_relation = money(_("fee"))
    fee_per = models.CharField(_("fee for"), max_length=7, choices=Per, blank=True)

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held("support", starts_precision=Precision, ends_precision=Precision, fee_relation=Relation),
            *held_or_empty("support", scope=Scope, fee_per=Per),
        ]

    def __str__(self) -> str:
        return self.title


class Quota(OfEdition):
    """How many units of a support there are: hours, trips, visits."""

    support = models.ForeignKey("programmes.Support", on_delete=models.PROTECT, related_name="+")
    unit = line(_("unit"))
    number, number_relation = count(_("number"))
    per = models.CharField(_("for"), max_length=7, choices=Per)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)

    class Meta(OfEdition.Meta):
        constraints = [*OfEdition.Meta.constraints, *held("quota", per=Per, number_relation=Relation)]

    def __str__(self) -> str:
        return f"{self.support}, {self.unit}"


class Offer(OfEdition):
    """What a person can join."""

    task = to("programmes.Task", _("task"))
    support = to("programmes.Support", _("support"))
    target_group = to("programmes.TargetGroup", _("target group"))
    title = line(_("title"))
    limit, limit_relation = count(_("places"))
    cycles, cycles_relation = count(_("cycles"))
    limit_per_cycle, limit_per_cycle_relation = count(_("places in a cycle"))
    starts, starts_precision = partial_date(_("starts"))
    ends, ends_precision = partial_date(_("ends"))
    is_free = models.BooleanField(_("free of charge"), null=True, blank=True)
    fee, fee_relation = money(_("fee"))
    fee_per = models.CharField(_("fee for"), max_length=7, choices=Per, blank=True)

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held(
                "offer",
                limit_relation=Relation,
                cycles_relation=Relation,
                limit_per_cycle_relation=Relation,
                starts_precision=Precision,
                ends_precision=Precision,
                fee_relation=Relation,
            ),
            *held_or_empty("offer", fee_per=Per),
        ]

    def __str__(self) -> str:
        return self.title
