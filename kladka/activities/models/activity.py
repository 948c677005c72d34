"""What sessions belong to: a group or club, an open event, or meetings with one person at a time."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.activities.choices import ActivityKind
from kladka.activities.models.reach import reached
from kladka.core.clock import today
from kladka.programmes.access import WITH_RECORDS, roles_of
from kladka.programmes.models.columns import held, line, to

if TYPE_CHECKING:
    from kladka.accounts.models import User


class ActivityQuerySet(models.QuerySet["Activity"]):
    def visible_to(self, user: "User") -> Self:
        """Inside what the user's roles of today cover: an edition, or in it only a task or an offer.

        A commissioned organisation's trainer has roles narrowed to her offers, so she reaches her groups only.
        """
        roles = roles_of(user, on=today(), among=WITH_RECORDS)
        return self.filter(reached(roles))

    def public(self) -> Self:
        return self.filter(is_public=True, edition__programme__is_public=True)


class Activity(models.Model):
    """One run of something that meets; whoever is present receives its support.

    A group that meets for two supports has two activities. `task` and `offer` are those of the group or the
    support: on them the reach of partners and commissioned organisations is decided.
    """

    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=12, choices=ActivityKind)
    group = models.ForeignKey(
        "activities.Group", on_delete=models.PROTECT, null=True, blank=True, related_name="activities"
    )
    event = models.ForeignKey(
        "activities.Event", on_delete=models.PROTECT, null=True, blank=True, related_name="activities"
    )
    task = to("programmes.Task", _("task"))
    offer = to("programmes.Offer", _("offer"))
    support = to("programmes.Support", _("counts for the support"))
    title = line(_("title"))
    is_open = models.BooleanField(_("anybody may come"), default=False)
    is_public = models.BooleanField(_("in the public calendar"), default=False)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        ordering = ["edition", "title", "pk"]
        constraints = [
            *held("activity", kind=ActivityKind),
            CheckConstraint(
                name="activity_is_of_its_kind",
                condition=Q(kind=ActivityKind.GROUP, group__isnull=False, event=None)
                | Q(kind=ActivityKind.EVENT, event__isnull=False, group=None)
                | Q(kind=ActivityKind.CONSULTATION, group=None, event=None),
                violation_error_message=_("Choose either a group or an event, or neither for consultations."),
            ),
            UniqueConstraint(
                fields=["edition", "group", "event", "title"],
                name="activity_one_of_a_title",
                nulls_distinct=False,
                violation_error_message=_(
                    "There is already an activity of this title. Choose another title."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.group or self.event or self.support)
