"""Two records of one person: who may be the same, who was made one, and under what else somebody is known."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from kladka.people import rules
from kladka.people.choices import Ground, IdentifierKind
from kladka.people.models.person import Person
from kladka.programmes.models.columns import held_or_empty


class ResemblanceQuerySet(models.QuerySet["Resemblance"]):
    def open(self) -> Self:
        """Nobody has looked at them yet."""
        return self.filter(told_apart_at=None)

    def of(self, one: Person, other: Person) -> Self:
        """Of these two, in whichever order they were written."""
        return self.filter(Q(first=one, second=other) | Q(first=other, second=one))


class Resemblance(models.Model):
    """Two persons who may be one, or who were told apart: then nobody is asked again. The order means nothing."""

    privacy: ClassVar[Mapping[str, str]] = {
        "first": "personal",
        "second": "personal",
        "grounds": "personal",
        "found_at": "personal",
        "told_apart_by": "personal",
        "told_apart_at": "personal",
    }

    first = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    grounds = models.JSONField(_("what is alike"), default=list)
    found_at = models.DateTimeField(_("found at"))
    told_apart_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    told_apart_at = models.DateTimeField(_("told apart at"), null=True, blank=True)

    objects = ResemblanceQuerySet.as_manager()

    class Meta:
        ordering = ["found_at", "pk"]
        indexes = [
            models.Index(fields=["found_at", "id"], name="resemblance_open", condition=Q(told_apart_at=None))
        ]
        constraints = [
            UniqueConstraint(Least("first", "second"), Greatest("first", "second"), name="resemblance_once"),
            CheckConstraint(name="resemblance_of_two", condition=~Q(first=F("second"))),
            CheckConstraint(
                name="resemblance_told_by_somebody",
                condition=Q(told_apart_at=None, told_apart_by=None)
                | Q(told_apart_at__isnull=False, told_apart_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ~ {self.second_id}"

    @property
    def said(self) -> str:
        """What is alike, in words."""
        return ", ".join(str(Ground(one).label) for one in self.grounds)


class MergeQuerySet(models.QuerySet["Merge"]):
    def standing(self) -> Self:
        """Not taken back."""
        return self.filter(undone_at=None)


class Merge(models.Model):
    """Two records made one. What was moved, changed and set aside lies sealed in `steps`, so that it can be undone.

    The record that went is named by its opaque id and its name; the row itself lies in the steps.
    """

    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "kept": "personal",
        "gone": "personal",
        "gone_name": "personal",
        "steps": "sensitive",
        "reason": "personal",
        "merged_by": "personal",
        "undone_by": "personal",
    }

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="merges", verbose_name=_("who stays")
    )
    kept = models.UUIDField()
    gone = models.UUIDField()
    gone_name = models.CharField(_("who was merged"), max_length=2 * rules.LONGEST_NAME + 1)
    steps = models.BinaryField()
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    merged_at = models.DateTimeField(_("merged at"))
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge of two records")
        ordering = ["-merged_at", "-pk"]
        constraints = [
            UniqueConstraint(fields=["gone"], name="merge_once", condition=Q(undone_at=None)),
            CheckConstraint(name="merge_of_two", condition=~Q(kept=F("gone"))),
            CheckConstraint(
                name="merge_undone_by_somebody",
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gone_name} → {self.person}"


class Alias(models.Model):
    """Under what a person was known in a record that was merged into this one; found by it from then on."""

    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "merge": "personal",
        "public_id": "personal",
        "first_name": "personal",
        "last_name": "personal",
        "pesel": "personal",
        "identifier_kind": "personal",
        "identifier": "personal",
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="aliases")
    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, related_name="aliases")
    public_id = models.UUIDField()
    first_name = models.CharField(_("first name"), max_length=rules.LONGEST_NAME)
    last_name = models.CharField(_("surname"), max_length=rules.LONGEST_NAME)
    pesel = models.CharField(_("PESEL"), max_length=11, blank=True)
    identifier_kind = models.CharField(
        _("document instead of a PESEL"), max_length=14, choices=IdentifierKind, blank=True
    )
    identifier = models.CharField(_("number of the document"), max_length=40, blank=True)

    class Meta:
        ordering = ["person", "pk"]
        indexes = [models.Index(fields=["pesel"], name="alias_by_pesel", condition=~Q(pesel=""))]
        constraints = [
            UniqueConstraint(fields=["public_id"], name="alias_of_one_person"),
            *held_or_empty("alias", identifier_kind=IdentifierKind),
        ]

    def __str__(self) -> str:
        return f"{self.last_name} {self.first_name}"
