"""What a person needs, and what is agreed to be done about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.audit.actions import record, record_reading
from kladka.participation import errors, rules
from kladka.participation.choices import PartOfLife
from kladka.participation.models import Diagnosis, DiagnosisScore, Participation, Plan, PlanStep
from kladka.participation.queries import goal_of
from kladka.people import sealing

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Support


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A support that is planned; days may be left open."""

    support: "Support"
    title: str = ""
    planned_from: date | None = None
    planned_to: date | None = None
    planned_minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the assessment sheet says: a score from 1 to 5 for each part that was looked at, and words."""

    scores: Mapping[PartOfLife, int]
    barriers: str = ""
    strengths: str = ""
    recommended: str = ""

    @property
    def words(self) -> dict[str, str]:
        said = {"barriers": self.barriers, "strengths": self.strengths, "recommended": self.recommended}
        return {name: text.strip() for name, text in said.items() if text.strip()}


@transaction.atomic
def record_diagnosis(
    *, participation: Participation, findings: Findings, made_on: date, by: "User", at: datetime
) -> Diagnosis:
    """A new assessment; those before stay. Raises SignedInFuture, ScoreOutOfRange."""
    rules.check_signing(made_on, ends_on=None, on=localdate(at))
    rules.check_scores(findings.scores.values())
    diagnosis = Diagnosis.objects.create(
        participation=participation,
        made_on=made_on,
        words=sealed(findings.words, participation),
        made_by=by,
        recorded_at=at,
    )
    DiagnosisScore.objects.bulk_create(
        DiagnosisScore(diagnosis=diagnosis, part=part, score=score) for part, score in findings.scores.items()
    )
    record("participation.diagnosis_recorded", on=participation, by=by, at=at)
    return diagnosis


@transaction.atomic
def make_plan(
    *,
    participation: Participation,
    steps: Sequence[Step],
    agreed_on: date,
    goal: str = "",
    by: "User",
    at: datetime,
) -> Plan:
    """Agree on a pathway. A plan that exists is changed by an annex: a new version, the old one stays.

    Raises PlanEmpty, SupportOfOtherEdition, StepEndsBeforeItBegins, SignedInFuture.
    """
    rules.check_signing(agreed_on, ends_on=None, on=localdate(at))
    check_steps(steps, participation)
    Participation.objects.select_for_update(of=("self",)).get(pk=participation.pk)
    plan = Plan.objects.create(
        participation=participation,
        version=participation.plans.count() + 1,
        agreed_on=agreed_on,
        sealed_goal=sealed({"goal": goal.strip()} if goal.strip() else {}, participation),
        made_by=by,
    )
    PlanStep.objects.bulk_create(
        PlanStep(
            plan=plan,
            position=position,
            support=step.support,
            title=step.title.strip(),
            planned_from=step.planned_from,
            planned_to=step.planned_to,
            planned_minutes=step.planned_minutes,
        )
        for position, step in enumerate(steps, start=1)
    )
    record("participation.plan_made", on=participation, by=by, at=at, version=plan.version, steps=len(steps))
    return plan


def read_goal(*, plan: Plan | None, why: str, by: "User", at: datetime) -> str:
    """What the person wants to reach, with a line in the log that says who read it and why."""
    goal = goal_of(plan)
    if plan and goal:
        person = plan.participation.person.public_id
        record_reading(person=person, what="participation.goal", why=why, by=by, at=at)
    return goal


def sealed(words: Mapping[str, str], participation: Participation) -> bytes | None:
    """Free text about a person, opened only with the person's key; nothing where nothing was said."""
    return sealing.seal(words, person=participation.person) if words else None


def check_steps(steps: Sequence[Step], participation: Participation) -> None:
    if not steps:
        raise errors.PlanEmpty
    for step in steps:
        if step.support.edition_id != participation.edition_id:
            raise errors.SupportOfOtherEdition
        if step.planned_from and step.planned_to and step.planned_to < step.planned_from:
            raise errors.StepEndsBeforeItBegins
