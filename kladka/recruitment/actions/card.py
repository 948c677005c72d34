"""Assessment cards: what a member says of each criterion becomes points by the frozen scheme."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from kladka.audit.actions import record, record_reading
from kladka.recruitment import errors
from kladka.recruitment.actions.application import locked
from kladka.recruitment.actions.committee import check_sits
from kladka.recruitment.choices import Cards, Evidence
from kladka.recruitment.models import Application, Card, Conflict, Criterion, CriterionResult, Scheme
from kladka.recruitment.queries import scoring as stored
from kladka.recruitment.rules import scoring

if TYPE_CHECKING:
    from kladka.accounts.models import User

SEEN = frozenset({Evidence.CERTIFICATE, Evidence.RULING, Evidence.REGISTER})  # the rest is data of the form


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is written on the card beside one criterion; levels by the numbers of their rows."""

    is_met: bool = False
    levels: frozenset[int] = frozenset()
    number: Decimal | None = None
    evidence: str = ""


@transaction.atomic
def score_application(
    *,
    application: Application,
    said: Mapping[int, Said],
    remarks: str = "",
    by: "User",
    at: datetime,
) -> Card:
    """Fill in a card; one in force before it stays in the history. The first score freezes the scheme.

    `said` by the number of the criterion; who is not answered is not met. Raises NoScheme, Withdrawn,
    NotInCommittee, ConflictOfInterest, AnswerUnknown, EvidenceMissing.
    """
    application = locked(application)
    scheme = _frozen(application, at=at)
    _check_may_score(application, by=by)
    criteria = stored.criteria_of(scheme)
    for one in criteria:
        _check_answer(one, said.get(one.pk, Said()))
    answers = {one.pk: _answered(said.get(one.pk, Said())) for one in criteria}
    rules = stored.rules_of(scheme, criteria)
    card = _kept(application, scheme, scoring.score(rules, answers), remarks=remarks, by=by, at=at)
    _write_lines(card, rules, criteria, said, by=by, at=at)
    record("recruitment.scored", on=application, by=by, at=at)
    return card


def note_reading(*, application: Application, by: "User", at: datetime) -> None:
    """Say that somebody opened a card: its answers speak of disability, homelessness and the like."""
    person = application.person.public_id
    record_reading(person=person, what="recruitment.card", why=f"A-03, {application.number}", by=by, at=at)


def note_name(*, application: Application, by: "User", at: datetime) -> None:
    """Say that somebody who scores by numbers asked for the name, to tell whether they are close."""
    person, number = application.person.public_id, application.number
    why = _("conflict of interest, %(number)s") % {"number": number}
    record_reading(person=person, what="recruitment.name", why=why, by=by, at=at)


def _frozen(application: Application, *, at: datetime) -> Scheme:
    """Locked, so that a change of the scheme at the same moment comes before the score or is refused."""
    scheme = application.round.scheme if application.round else None
    if scheme is None:
        raise errors.NoScheme
    scheme = Scheme.objects.select_for_update().get(pk=scheme.pk)
    if scheme.frozen_at is None:
        scheme.frozen_at = at
        scheme.save(update_fields=["frozen_at"])
    return scheme


def _check_may_score(application: Application, *, by: "User") -> None:
    if application.withdrawn_on:
        raise errors.Withdrawn
    check_sits(application.round, by)
    if Conflict.objects.filter(application=application, member__user=by).exists():
        raise errors.ConflictOfInterest


def _check_answer(criterion: Criterion, said: Said) -> None:
    if said.levels - {one.pk for one in criterion.options.all()}:
        raise errors.AnswerUnknown(criterion.title)
    is_met = scoring.is_met(stored.criterion_rule(criterion), _answered(said))
    if is_met and criterion.evidence in SEEN and not said.evidence.strip():
        raise errors.EvidenceMissing(criterion.title)


def _answered(said: Said) -> scoring.Answered:
    return scoring.Answered(is_met=said.is_met, levels=said.levels, number=said.number)


def _kept(
    application: Application,
    scheme: Scheme,
    result: scoring.Result,
    *,
    remarks: str,
    by: "User",
    at: datetime,
) -> Card:
    """A joint card replaces whosever was there; where the mean counts, only the member's own."""
    before = application.cards.in_force()
    if scheme.cards == Cards.MEAN:
        before = before.filter(scored_by=by)
    before.update(replaced_at=at)
    return Card.objects.create(
        application=application,
        scheme=scheme,
        scored_by=by,
        scored_at=at,
        total=result.total,
        precedence=result.precedence,
        is_correct=not (result.failed or result.short_in or result.is_short),
        remarks=remarks.strip(),
    )


def _write_lines(
    card: Card,
    rules: scoring.Scheme,
    criteria: list[Criterion],
    said: Mapping[int, Said],
    *,
    by: "User",
    at: datetime,
) -> None:
    known = {one.key: one for one in rules.criteria}
    lines = [_line(card, known[one.pk], said.get(one.pk, Said()), by=by, at=at) for one in criteria]
    CriterionResult.objects.bulk_create(lines)
    through = CriterionResult.levels.through
    through._default_manager.bulk_create(  # noqa: SLF001 - documented by Django
        through(criterionresult_id=line.pk, criterionoption_id=level)
        for line in lines
        for level in sorted(said.get(line.criterion_id, Said()).levels)
    )


def _line(
    card: Card, criterion: scoring.Criterion, said: Said, *, by: "User", at: datetime
) -> CriterionResult:
    answered, evidence = _answered(said), said.evidence.strip()
    return CriterionResult(
        card=card,
        criterion_id=criterion.key,
        is_met=scoring.is_met(criterion, answered),
        number=said.number,
        points=scoring.points_of(criterion, answered),
        evidence=evidence,
        seen_on=localdate(at) if evidence else None,
        seen_by=by if evidence else None,
    )
