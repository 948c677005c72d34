"""Groups and clubs with their weekly frames, and open events, as they are planned."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from kladka.activities.choices import EventKind, GroupKind, Weekday
from kladka.activities.models.reach import reached
from kladka.core.clock import today
from kladka.programmes.access import WITH_RECORDS, roles_of
from kladka.programmes.choices import Precision, Relation
from kladka.programmes.models import OfEdition
from kladka.programmes.models.columns import count, held, line, number, partial_date, to
from kladka.programmes.rules import PartialDate

if TYPE_CHECKING:
    from kladka.accounts.models import User


class GroupQuerySet(models.QuerySet["Group"]):
    def visible_to(self, user: "User") -> Self:
        """In the editions, tasks and offers in which the user works today."""
        roles = roles_of(user, on=today(), among=WITH_RECORDS)
        return self.filter(reached(roles, task="offer__task"))


class Group(OfEdition):
    """A group or a club of an offer. Clubs of one name on several sites are several rows."""

    offer = models.ForeignKey("programmes.Offer", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=9, choices=GroupKind)
    title = line(_("title"))
    audience = line(_("for whom"))
    cycle = models.PositiveSmallIntegerField(_("cycle"), null=True, blank=True)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    places, places_relation = count(_("places"))
    site = to("programmes.Site", _("site"))
    deliverer = to("programmes.Party", _("delivered by"))
    starts, starts_precision = partial_date(_("starts"))
    ends, ends_precision = partial_date(_("ends"))

    objects = GroupQuerySet.as_manager()

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held(
                "group",
                kind=GroupKind,
                places_relation=Relation,
                starts_precision=Precision,
                ends_precision=Precision,
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.offer)


class WeeklyFrame(OfEdition):
    """When a group meets in an ordinary week; hours may differ between parts of the year."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="weekly_frames")
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    starts_at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("to"))
    site = to("programmes.Site", _("site"))
    valid_from, valid_from_precision = partial_date(_("valid from"))
    valid_to, valid_to_precision = partial_date(_("valid to"))
    hours_per_year = number(_("hours a year"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            CheckConstraint(name="weekly_frame_weekday_is_known", condition=Q(weekday__range=(1, 7))),
            *held("weekly_frame", valid_from_precision=Precision, valid_to_precision=Precision),
            CheckConstraint(name="weekly_frame_hours_in_order", condition=Q(starts_at__lt=F("ends_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.starts_at:%H:%M}–{self.ends_at:%H:%M}"

    @property
    def valid_until(self) -> date | None:
        """The last day on which it may hold; a month or a year means its last day."""
        return (
            PartialDate(self.valid_to, Precision(self.valid_to_precision)).last_day if self.valid_to else None
        )


class Event(OfEdition):
    """An open event that is planned: what, for whom, how often, on which sites."""

    task = to("programmes.Task", _("task"))
    support = to("programmes.Support", _("support"))
    kind = models.CharField(_("kind"), max_length=10, choices=EventKind)
    title = line(_("title"))
    open_to = line(_("open to"))
    times, times_relation = count(_("how many times"))
    sites = models.ManyToManyField("programmes.Site", related_name="+", verbose_name=_("sites"), blank=True)
    starts, starts_precision = partial_date(_("starts"))
    ends, ends_precision = partial_date(_("ends"))

    class Meta(OfEdition.Meta):
        constraints = [
            *OfEdition.Meta.constraints,
            *held(
                "event",
                kind=EventKind,
                times_relation=Relation,
                starts_precision=Precision,
                ends_precision=Precision,
            ),
        ]

    def __str__(self) -> str:
        return self.title
