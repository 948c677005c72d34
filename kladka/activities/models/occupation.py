"""What is taken when: rooms, workers and persons. The database itself refuses two plans for one of them."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from kladka.activities.choices import UseKind
from kladka.activities.rules.overlaps import Resource
from kladka.programmes.models.columns import held


def one_plan_at_a_time(resource: str) -> ExclusionConstraint:
    return ExclusionConstraint(
        name=f"occupation_one_plan_for_{resource}",
        expressions=[(resource, RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
        condition=Q(refuses_others=True, **{f"{resource}__isnull": False}),
    )


class OccupationQuerySet(models.QuerySet["Occupation"]):
    def of(self, source_kind: UseKind, *source_ids: int) -> Self:
        return self.filter(source_kind=source_kind, source_id__in=source_ids)

    def meeting(self, during: DateTimeTZRange) -> Self:
        """Those that share a moment with this time; one may begin when the other ends."""
        return self.filter(during__overlap=during)

    def beside(self, use: "Occupation") -> Self:
        """Other uses of the same thing at the same time."""
        same = self.filter(room=use.room, worker=use.worker, person=use.person)
        return same.exclude(source_kind=use.source_kind, source_id=use.source_id).meeting(use.during)


class Occupation(models.Model):
    """Restated by whatever takes a room, a worker or a person for a time; the end is out.

    A plan for an exclusive room or for a worker refuses others. What was entered after it took place refuses
    nothing: it happened, and overlaps are shown. Presence at sessions is read from the register, so a session
    occupies a person only while it is a plan for this one person; open clubs occupy nobody.
    """

    privacy: ClassVar[Mapping[str, str]] = {"worker": "personal", "person": "personal"}

    source_kind = models.CharField(_("by what"), max_length=10, choices=UseKind)
    source_id = models.BigIntegerField()
    room = models.ForeignKey("places.Room", on_delete=models.PROTECT, null=True, related_name="+")
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    during = DateTimeRangeField(_("when"))
    refuses_others = models.BooleanField(_("a plan that refuses others"), default=False)

    objects = OccupationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["source_kind", "source_id"], name="occupation_by_source")]
        constraints = [
            *held("occupation", source_kind=UseKind),
            CheckConstraint(
                name="occupation_of_one_thing",
                condition=Q(room__isnull=False, worker=None, person=None)
                | Q(room=None, worker__isnull=False, person=None)
                | Q(room=None, worker=None, person__isnull=False),
            ),
            one_plan_at_a_time("room"),
            one_plan_at_a_time("worker"),
        ]

    def __str__(self) -> str:
        return f"{self.what}, {self.during}"

    @property
    def what(self) -> models.Model:
        return self.room or self.worker or self.person  # type: ignore[return-value]

    @property
    def resource(self) -> Resource:
        if self.room_id:
            return Resource.ROOM
        return Resource.WORKER if self.worker_id else Resource.PERSON
