"""In what a person takes part, so that a user's reach can be compared with it: the door to every person."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import CheckConstraint, Count, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.core.clock import today
from kladka.people.choices import Sex
from kladka.programmes.access import WITH_RECORDS, roles_of
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import TeamMember
from kladka.programmes.models.columns import held

if TYPE_CHECKING:
    from kladka.accounts.models import User


ASKED_FOR = ("sex", "has_pesel", "task", "offer")  # what a list of an edition is narrowed to, beside words
Place = dict[str, int]  # an edition, or in it a task or an offer; empty where nothing narrows


@dataclass(frozen=True)
class Reach:
    """What the roles of one user cover on one day: an involvement in one of these places."""

    places: list[Place]

    @classmethod
    def of(cls, user: "User", *, on: date, among: Collection[TeamRole] = WITH_RECORDS) -> Self:
        """Of those of the user's roles that are `among` these. Administrators and committees see nobody."""
        covered = [place_of(role) for role in roles_of(user, on=on, among=among)]
        widest = [one for one in covered if not any(other.items() < one.items() for other in covered)]
        return cls([one for at, one in enumerate(widest) if one not in widest[:at]])

    @classmethod
    def today_of(cls, user: "User") -> Self:
        """For the doors, which are asked without a day."""
        return cls.of(user, on=today())

    @property
    def is_everything(self) -> bool:
        return {} in self.places

    @property
    def condition(self) -> Q:
        """On an involvement."""
        return in_one_of(self.places)


def place_of(role: TeamMember) -> Place:
    narrowing = {"edition": role.edition_id, "task": role.task_id, "offer": role.offer_id}
    return {field: value for field, value in narrowing.items() if value is not None}


def in_one_of(places: Collection[Place]) -> Q:
    """An empty place is everywhere; no place is nowhere."""
    return Q() if {} in places else reduce(or_, (Q(**place) for place in places), Q(pk__in=[]))


class InvolvementQuerySet(models.QuerySet["Involvement"]):
    def reached_by(self, user: "User", *, on: date) -> Self:
        """Those that the user's roles of this day cover.

        Rows that a person left stay in reach: who works in a programme sees its whole record.
        """
        return self.filter(Reach.of(user, on=on).condition)

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
        "sort_key": "personal",
        "search_text": "personal",
        "sex": "personal",
        "has_pesel": "personal",
    }

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="involvements")
    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    task = models.ForeignKey("programmes.Task", on_delete=models.PROTECT, null=True, related_name="+")
    offer = models.ForeignKey("programmes.Offer", on_delete=models.PROTECT, null=True, related_name="+")
    number = models.CharField(_("number there"), max_length=40, blank=True)
    from_day = models.DateField(_("from"))
    to_day = models.DateField(_("to"), null=True, blank=True)
    # What lists go by, restated whenever the person changes (`Person.as_listed`).
    sort_key = models.CharField(max_length=450, editable=False, db_collation="C")
    search_text = models.TextField(editable=False)
    sex = models.CharField(_("sex"), max_length=5, choices=Sex, editable=False)
    has_pesel = models.BooleanField(editable=False)

    objects = InvolvementQuerySet.as_manager()

    class Meta:
        indexes = [
            # To count by, and to read pages by: both hold all that a list asks for, so that no row is opened.
            models.Index(fields=["edition", "person"], include=ASKED_FOR, name="involvement_by_edition"),
            models.Index(
                fields=["edition", "sort_key", "person"], include=ASKED_FOR, name="involvement_in_order"
            ),
            GinIndex(OpClass("search_text", "gin_trgm_ops"), name="involvement_search"),
        ]
        constraints = [
            *held("involvement", sex=Sex),
            UniqueConstraint(
                fields=["person", "edition", "task", "offer"], name="involvement_once", nulls_distinct=False
            ),
            CheckConstraint(
                name="involvement_days_in_order", condition=Q(to_day=None) | Q(to_day__gte=F("from_day"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.edition}"
