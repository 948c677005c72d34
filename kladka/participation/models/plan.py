"""The pathway: what a person needs, and what it is to receive, in what order and how much of it."""

from collections.abc import Mapping
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.participation.choices import PartOfLife
from kladka.participation.models.participation import Participation
from kladka.programmes.models.columns import held


class Diagnosis(models.Model):
    """The assessment sheet, signed by the team and the participant. The newest one holds.

    Its words are sealed with the person's key: `queries.findings_of` opens them.
    """

    privacy: ClassVar[Mapping[str, str]] = {
        "participation": "personal",
        "made_on": "personal",
        "words": "sensitive",
        "made_by": "personal",
        "recorded_at": "personal",
    }

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="diagnoses")
    made_on = models.DateField(_("made on"))
    words = models.BinaryField(_("barriers, strengths, recommended supports"), null=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta:
        ordering = ["participation", "-made_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.participation}, {self.made_on}"


class DiagnosisScore(models.Model):
    """How one part of the person's life was assessed, from 1 to 5."""

    privacy: ClassVar[Mapping[str, str]] = {
        "diagnosis": "personal",
        "part": "sensitive",
        "score": "sensitive",
    }

    diagnosis = models.ForeignKey(Diagnosis, on_delete=models.PROTECT, related_name="scores")
    part = models.CharField(_("part of life"), max_length=16, choices=PartOfLife)
    score = models.PositiveSmallIntegerField(_("score"))

    class Meta:
        ordering = ["diagnosis", "part"]
        constraints = [
            UniqueConstraint(fields=["diagnosis", "part"], name="diagnosis_score_once"),
            *held("diagnosis_score", part=PartOfLife),
            CheckConstraint(
                name="diagnosis_score_from_one_to_five",
                condition=Q(score__gte=1, score__lte=5),
                violation_error_message=_("Give a score from 1 to 5."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_part_display()}: {self.score}"


class Plan(models.Model):
    """A version of the pathway. It changes only by an annex that the participant signs: a new version.

    The goal is in the person's own words and sealed: `queries.goal_of` opens it.
    """

    privacy: ClassVar[Mapping[str, str]] = {
        "participation": "personal",
        "version": "personal",
        "agreed_on": "personal",
        "sealed_goal": "sensitive",
        "made_by": "personal",
    }

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="plans")
    version = models.PositiveSmallIntegerField(_("version"))
    agreed_on = models.DateField(_("agreed on"))
    sealed_goal = models.BinaryField(_("goal"), null=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["participation", "-version"]
        constraints = [
            UniqueConstraint(fields=["participation", "version"], name="plan_one_of_a_version"),
            CheckConstraint(name="plan_versions_from_one", condition=Q(version__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.participation}, {self.version}"


class PlanStep(models.Model):
    """A support on the pathway. What was received of it is read from `SupportReceived`, never kept here."""

    privacy: ClassVar[Mapping[str, str]] = {
        "plan": "personal",
        "position": "personal",
        "support": "personal",
        "title": "personal",
        "planned_from": "personal",
        "planned_to": "personal",
        "planned_minutes": "personal",
    }

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField(_("place in the plan"))
    support = models.ForeignKey("programmes.Support", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(_("in other words"), max_length=200, blank=True)
    planned_from = models.DateField(_("from"), null=True, blank=True)
    planned_to = models.DateField(_("to"), null=True, blank=True)
    planned_minutes = models.PositiveIntegerField(_("minutes planned"), null=True, blank=True)

    class Meta:
        ordering = ["plan", "position"]
        constraints = [
            UniqueConstraint(fields=["plan", "position"], name="plan_step_one_at_a_place"),
            CheckConstraint(
                name="plan_step_days_in_order",
                condition=Q(planned_from=None) | Q(planned_to=None) | Q(planned_to__gte=F("planned_from")),
                violation_error_message=_("The step cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.support)
