"""Rows that the application's own database role may add and read, never change or take away."""

from collections.abc import Mapping
from typing import ClassVar

from django.db import models
from django.db.models import CheckConstraint, Index, Q
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One thing that somebody did.

    `changes` are readable by all who see the record; `sealed` (changes of personal fields, and the reason where a
    person is concerned) only while the person's key exists.
    """

    privacy: ClassVar[Mapping[str, str]] = {"actor_name": "personal", "sealed": "sensitive"}

    at = models.DateTimeField(_("when"))
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(_("who"), max_length=150)
    verb = models.CharField(_("what"), max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    person = models.UUIDField(null=True)
    reason = models.TextField(_("reason"), blank=True)
    counts = models.JSONField(default=dict)
    changes = models.JSONField(default=list)
    sealed = models.BinaryField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            Index(fields=["subject_kind", "subject_id", "-at"], name="entry_of_subject"),
            Index(fields=["person", "-at"], condition=~Q(person=None), name="entry_of_person"),
        ]
        constraints = [CheckConstraint(condition=~Q(verb=""), name="entry_verb_is_said")]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject_kind} {self.subject_id}"


class Reading(models.Model):
    """Somebody looked at a person's sensitive record, and why that was allowed."""

    privacy: ClassVar[Mapping[str, str]] = {"actor_name": "personal"}

    at = models.DateTimeField(_("when"))
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(_("who"), max_length=150)
    person = models.UUIDField()
    what = models.CharField(_("what was read"), max_length=100)
    why = models.CharField(_("by what right"), max_length=300)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [Index(fields=["person", "-at"], name="reading_of_person")]
        constraints = [CheckConstraint(condition=~Q(what=""), name="reading_what_is_said")]

    def __str__(self) -> str:
        return f"{self.actor_name}: {self.what}"
