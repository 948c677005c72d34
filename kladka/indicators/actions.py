"""What people do to a figure: decide about one person, enter a value that no record tells, look who is behind it."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.audit.actions import record, record_reading, record_readings
from kladka.indicators.catalogue import Measure, measures
from kladka.indicators.errors import CountedByRule, ReasonMissing, SumDiffers
from kladka.indicators.models import ManualDecision
from kladka.participation.models import Participation
from kladka.people.models import Person
from kladka.programmes.models import Edition

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def decide(
    *, participation: Participation, measure: Measure, is_counted: bool, reason: str, by: "User", at: datetime
) -> ManualDecision:
    """Count a person, or not, in spite of the rule. Raises ReasonMissing."""
    decision = ManualDecision.objects.create(
        edition_id=participation.edition_id,
        counts=measure.key,
        participation=participation,
        is_counted=is_counted,
        reason=_said(reason),
        decided_by=by,
        decided_at=at,
    )
    record(
        "indicators.decided",
        on=decision,
        person=participation.person.public_id,
        reason=decision.reason,
        by=by,
        at=at,
        counts=int(is_counted),
    )
    return decision


@transaction.atomic
def enter_value(
    *,
    edition: Edition,
    counts: str,
    total: int,
    reason: str,
    by: "User",
    at: datetime,
    women: int | None = None,
    men: int | None = None,
) -> ManualDecision:
    """Enter the value of a measure that no record of persons tells, with its source.

    Raises CountedByRule, ReasonMissing, SumDiffers.
    """
    _check_is_entered(counts)
    _check_sum(women, men, total)
    decision = ManualDecision.objects.create(
        edition=edition,
        counts=counts,
        women=women,
        men=men,
        total=total,
        reason=_said(reason),
        decided_by=by,
        decided_at=at,
    )
    record("indicators.value_entered", on=decision, reason=decision.reason, by=by, at=at, total=total)
    return decision


def note_reading(*, measure: Measure, people: Iterable[Person], why: str, by: "User", at: datetime) -> None:
    """Write into the trail of each person that somebody saw them in a list that tells a sensitive trait."""
    record_readings(
        persons=[one.public_id for one in people], what=f"indicators.{measure.key}", why=why, by=by, at=at
    )


def note_file(*, person: Person, why: str, by: "User", at: datetime) -> None:
    """Write that somebody saw in a person's file for which sensitive trait the person counts."""
    record_reading(person=person.public_id, what="indicators.file", why=why, by=by, at=at)


def _said(reason: str) -> str:
    if not reason.strip():
        raise ReasonMissing
    return reason.strip()


def _check_is_entered(counts: str) -> None:
    rule = measures().get(counts)
    if rule is not None and not rule.by_hand:
        raise CountedByRule


def _check_sum(women: int | None, men: int | None, total: int) -> None:
    if women is not None and men is not None and women + men != total:
        raise SumDiffers
