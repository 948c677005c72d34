"""In what a person takes part, so that a user's reach can be compared with it: the door to every person."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import CheckConstraint, Count, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.core.clock import today
from kladka.programmes.access import IN_PROGRAMMES, roles_of
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, TeamMember

if TYPE_CHECKING:
    from kladka.accounts.models import User


@dataclass(frozen=True)
class Reach:
    """What the roles of one user cover on one day."""

    is_everything: bool
    condition: Q  # on an involvement

    @classmethod
    def of(cls, user: "User", *, on: date, among: Collection[TeamRole] = IN_PROGRAMMES) -> Self:
        """Of those of the user's roles that are `among` these. Administrators see nobody."""
        covers = [covered(role) for role in roles_of(user, on=on, among=among)]
        return cls(is_everything=not all(covers), condition=reduce(or_, filter(None, covers), Q(pk__in=[])))

    @classmethod
    def today_of(cls, user: "User") -> Self:
        """For the doors, which are asked without a day."""
        return cls.of(user, on=today())

    def condition_in(self, edition: Edition) -> Q:
        """What is covered in one edition."""
        return Q(edition=edition) if self.is_everything else Q(edition=edition) & self.condition


def covered(role: TeamMember) -> Q:
    """The edition, or in it only a task or an offer. An empty condition narrows nothing."""
    narrowing = {"edition": role.edition_id, "task": role.task_id, "offer": role.offer_id}
    return Q(**{field: value for field, value in narrowing.items() if value is not None})


class InvolvementQuerySet(models.QuerySet["Involvement"]):
    def reached_by(self, user: "User", *, on: date) -> Self:
        """Those that the user's roles of this day cover.

        Rows that a person left stay in reach: who works in a programme sees its whole record.
        """
        reach = Reach.of(user, on=on)
        return self.all() if reach.is_everything else self.filter(reach.condition)

    def reached_today_by(self, user: "User") -> Self:
        """For the doors of modules above: `Exists(reached.filter(person=…, edition=…))`."""
        return self.reached_by(user, on=today())

    def count_people(self) -> int:
        """How many persons these are."""
        counted: int = self.aggregate(people=Count("person", distinct=True))["people"]
        return counted


class Involvement(models.Model):
    """A person in an edition, and more exactly in one of its tasks or offers; written by the modules above."""

    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "edition": "personal",
        "task": "personal",
        "offer": "personal",
        "number": "personal",
        "from_day": "personal",
        "to_day": "personal",
    }

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="involvements")
    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    task = models.ForeignKey("programmes.Task", on_delete=models.PROTECT, null=True, related_name="+")
    offer = models.ForeignKey("programmes.Offer", on_delete=models.PROTECT, null=True, related_name="+")
    number = models.CharField(_("number there"), max_length=40, blank=True)
    from_day = models.DateField(_("from"))
    to_day = models.DateField(_("to"), null=True, blank=True)

    objects = InvolvementQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["edition", "person"], name="involvement_by_edition")]
        constraints = [
            UniqueConstraint(
                fields=["person", "edition", "task", "offer"], name="involvement_once", nulls_distinct=False
            ),
            CheckConstraint(
                name="involvement_days_in_order", condition=Q(to_day=None) | Q(to_day__gte=F("from_day"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.edition}"
