"""For whom and where: areas, sites, target groups, communities, local activity programmes."""

from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from kladka.programmes.choices import AreaKind, CommunityKind, Relation, Sex, SiteRole, TargetKind
from kladka.programmes.models.columns import count, held, held_or_empty, line, to
from kladka.programmes.models.planned import OfProgramme


class Area(OfProgramme):
    """Where the programme works."""

    kind = models.CharField(_("kind"), max_length=14, choices=AreaKind)
    name = line(_("name"))
    district = to("places.District", _("district"))
    is_revitalised = models.BooleanField(_("revitalised"), default=False)

    class Meta(OfProgramme.Meta):
        constraints = [*OfProgramme.Meta.constraints, *held("area", kind=AreaKind)]

    def __str__(self) -> str:
        return self.name


class Site(OfProgramme):
    """A place that the programme uses."""

    role = models.CharField(_("role"), max_length=13, choices=SiteRole)
    venue = models.ForeignKey("places.Venue", on_delete=models.PROTECT, related_name="+")

    class Meta(OfProgramme.Meta):
        constraints = [*OfProgramme.Meta.constraints, *held("site", role=SiteRole)]

    def __str__(self) -> str:
        return str(self.venue)


class TargetGroup(OfProgramme):
    """An audience: by age, sex, trait, area or former participation."""

    kind = models.CharField(_("kind"), max_length=12, choices=TargetKind)
    title = line(_("title"))
    persons, persons_relation = count(_("persons"))
    age_from = models.PositiveSmallIntegerField(_("age from"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("age to"), null=True, blank=True)
    sex = models.CharField(_("sex"), max_length=5, choices=Sex, blank=True)
    trait = line(_("trait"))
    area = to("programmes.Area", _("area"))
    former_participants_of = line(_("former participants of"))

    class Meta(OfProgramme.Meta):
        constraints = [
            *OfProgramme.Meta.constraints,
            *held("target_group", kind=TargetKind, persons_relation=Relation),
            *held_or_empty("target_group", sex=Sex),
            CheckConstraint(
                name="target_group_ages_in_order",
                condition=Q(age_from=None) | Q(age_to=None) | Q(age_from__lte=F("age_to")),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Community(OfProgramme):
    """People of one place or of one kind; it may be only counted."""

    kind = models.CharField(_("kind"), max_length=11, choices=CommunityKind)
    name = line(_("name"))
    number, number_relation = count(_("number"))
    area = to("programmes.Area", _("area"))
    trait = line(_("trait"))

    class Meta(OfProgramme.Meta):
        constraints = [
            *OfProgramme.Meta.constraints,
            *held("community", kind=CommunityKind, number_relation=Relation),
            CheckConstraint(
                name="community_is_named_or_counted", condition=~Q(name="") | Q(number__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.key


class LocalActivityProgramme(OfProgramme):
    """A programme of one community (PAL); a programme may have several."""

    title = line(_("title"))
    area = to("programmes.Area", _("area"))
    community = to("programmes.Community", _("community"))
    meeting_place = to("programmes.Site", _("meeting place"))
    goal = models.TextField(_("goal"), blank=True)

    def __str__(self) -> str:
        return self.title or str(self.area or self.key)
