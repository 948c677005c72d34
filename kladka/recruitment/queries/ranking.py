"""The ranking of a round as it stands now: who is scored, who waits, and the lists that would come out."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from kladka.core import wording
from kladka.recruitment import rules
from kladka.recruitment.choices import Cards, CriterionKind, PointSource, TieKey, Trait, Way
from kladka.recruitment.models import (
    Application,
    Card,
    Committee,
    Criterion,
    Draw,
    Round,
    RoundQuota,
    Ruling,
)
from kladka.recruitment.queries import scoring as stored
from kladka.recruitment.queries.eligibility import cases_of
from kladka.recruitment.queries.places import places_of, rooms_of
from kladka.recruitment.rules import ranking, scoring, traits

IN_ORDER = (ranking.Tie(TieKey.RECEIVED), ranking.Tie(TieKey.NUMBER))
BY_LOT = (ranking.Tie(TieKey.LOT),)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One application in the round: its candidate, its result, and what it still waits for."""

    application: Application
    candidate: ranking.Candidate
    result: scoring.Result | None
    waits: str  # "", "complete", "score"


@dataclass(frozen=True, kw_only=True)
class Ranked:
    round: Round
    choice: ranking.Choice
    lists: ranking.Lists
    standings: dict[str, Standing]
    criteria: list[Criterion]
    quotas: list[RoundQuota]

    def waiting(self, what: str) -> list[Standing]:
        return [one for one in self.standings.values() if one.waits == what]

    @property
    def wants_a_draw(self) -> bool:
        return not self.choice.seed and any(tie.by == TieKey.LOT for tie in self.choice.ties)


def ranked(round: Round) -> Ranked:  # noqa: A002 - the field's own word
    """The number of statements does not depend on the number of applications."""
    applications = list(
        Application.objects.filter(round=round, withdrawn_on=None)
        .select_related("person", "offer__target_group", "edition")
        .order_by("received_at", "pk")
    )
    criteria = stored.criteria_of(round.scheme)
    quotas = list(round.quotas.select_related("area", "criterion", "ground", "option"))
    choice = choice_of(round, quotas)
    standings = _standings(round, applications, criteria, quotas)
    lists = ranking.rank([one.candidate for one in standings], choice)
    by_number = {one.candidate.number: one for one in standings}
    return Ranked(
        round=round, choice=choice, lists=lists, standings=by_number, criteria=criteria, quotas=quotas
    )


def choice_of(round: Round, quotas: Sequence[RoundQuota]) -> ranking.Choice:  # noqa: A002 - the field's own word
    """What the round gives; without keys of its own, an order of application goes by receipt, a lottery by lot."""
    places = places_of(round)
    draw = Draw.objects.filter(round=round).first()
    return ranking.Choice(
        ties=_ties_of(round),
        quotas=tuple(ranking.Quota(one.pk, _fewest(one, places)) for one in quotas),
        places=places,
        reserve=round.reserve,
        rooms=rooms_of(round),
        seed=draw.seed if draw else "",
    )


def _ties_of(round: Round) -> tuple[ranking.Tie, ...]:  # noqa: A002 - the field's own word
    if round.way == Way.LOTTERY:
        return BY_LOT
    rows = round.scheme.tie_breaks.all() if round.scheme else ()
    ties = tuple(ranking.Tie(TieKey(one.by), one.criterion_id) for one in rows)
    return ties or (IN_ORDER if round.way == Way.ORDER else ())


def _fewest(quota: RoundQuota, places: int | None) -> int:
    if quota.share is not None:
        return ranking.quota_of_share(quota.share, places) if places is not None else 0
    return quota.number or 0


def _standings(
    round: Round,  # noqa: A002 - the field's own word
    applications: Sequence[Application],
    criteria: Sequence[Criterion],
    quotas: Sequence[RoundQuota],
) -> list[Standing]:
    cases, cards = cases_of(applications), stored.cards_of(applications)
    areas = {one.area for one in quotas if one.area}
    facts = stored.facts_of(applications, areas=areas)
    ruled = dict(Ruling.objects.filter(application__in=applications).values_list("application", "place"))
    scheme, enough = stored.rules_of(round.scheme, criteria), cards_needed(round)
    made = []
    for one in applications:
        result = _result(scheme, cards[one.pk])
        missing = [error.reason for error in rules.missing(cases[one.pk])]
        candidate = ranking.Candidate(
            number=one.number,
            received_at=one.received_at,
            points=_points_that_count(round, result),
            precedence=result.precedence if result else scoring.NONE,
            failed=(*missing, *(_not_met(result, criteria, round) if result else ())),
            traits=frozenset(quota.pk for quota in quotas if _has(quota, facts[one.pk], cards[one.pk])),
            ties=_ties(result, cards[one.pk]),
            offer=one.offer_id,
            ruled=ruled.get(one.pk),
        )
        is_scored = not criteria or len(cards[one.pk]) >= enough
        waits = _waits(one, is_scored=is_scored, is_out=bool(missing))
        made.append(Standing(application=one, candidate=candidate, result=result, waits=waits))
    return made


def cards_needed(round: Round) -> int:  # noqa: A002 - the field's own word
    """One card filled in together; or, for a mean, as many as the quorum."""
    if round.scheme is None or round.scheme.cards == Cards.JOINT:
        return 1
    committee = Committee.objects.filter(round=round).first()
    return committee.quorum if committee else 1


def _points_that_count(round: Round, result: scoring.Result | None) -> Decimal:  # noqa: A002
    """In an order of application and in a lottery points say nothing: what is formal decides."""
    if result is None or round.way in {Way.ORDER, Way.LOTTERY}:
        return scoring.NONE
    return result.total


def _waits(one: Application, *, is_scored: bool, is_out: bool) -> str:
    if not one.is_complete:
        return "complete"
    return "" if is_scored or is_out else "score"


def _result(scheme: scoring.Scheme, cards: Sequence[Card]) -> scoring.Result | None:
    results = [scoring.score(scheme, stored.said_on(card)) for card in cards]
    if len(results) > 1:
        return scoring.mean_of(results)
    return results[0] if results else None


def _has(quota: RoundQuota, facts: traits.Facts, cards: Sequence[Card]) -> bool:
    if quota.trait != Trait.CRITERION:
        return bool(traits.holds(stored.wanted(quota), facts))
    lines = [line for card in cards for line in card.results.all() if line.criterion_id == quota.criterion_id]
    if quota.option_id is None:
        return bool(lines) and all(line.is_met for line in lines)
    return bool(lines) and all(quota.option_id in {one.pk for one in line.levels.all()} for line in lines)


def _ties(result: scoring.Result | None, cards: Sequence[Card]) -> dict[int, Decimal]:
    """Points of each criterion; a yes without points counts one."""
    met = {line.criterion_id for card in cards for line in card.results.all() if line.is_met}
    points = result.points if result else {}
    return {key: value or Decimal(key in met) for key, value in points.items()}


def _not_met(
    result: scoring.Result,
    criteria: Sequence[Criterion],
    round: Round,  # noqa: A002 - the field's own word
) -> tuple[str, ...]:
    titles = {one.pk: one.title for one in criteria if one.kind == CriterionKind.FORMAL}
    failed = [_("Formal criterion not met: %(title)s.") % {"title": titles[key]} for key in result.failed]
    short = [
        _("Too few points: %(source)s.") % {"source": PointSource(source).label} for source in result.short_in
    ]
    if result.is_short and round.scheme:
        fewest = wording.number(round.scheme.minimum or 0)
        short.append(_("Fewer points than %(points)s.") % {"points": fewest})
    return (*failed, *short)
