"""The matrix as people read it: measures of the programme first, then the common ones, each with its target."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Q
from django.utils.translation import get_language

from kladka.indicators.catalogue import Measure as Rule
from kladka.indicators.catalogue import common, measures, period_of
from kladka.indicators.models import ManualDecision, Measure, Target
from kladka.indicators.queries.matrix import Figure, figures
from kladka.programmes.models import Edition


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: what was promised of it, and what is reached. `rule` is None where nothing counts it."""

    key: str
    code: str
    title: str
    kind: str
    unit: str
    rule: Rule | None
    figure: Figure | None
    evidence: str = ""
    targets: tuple[Target, ...] = ()
    decision: ManualDecision | None = None

    @property
    def target(self) -> Target | None:
        """The promise that the figure is measured by; parts of it ("of whom …") stand below it.

        A part with a measure of its own ("of whom at least 20 with disabilities") is the promise of that measure.
        """
        return next((one for one in self.targets if one.is_measured), None)

    @property
    def parts(self) -> tuple[Target, ...]:
        return tuple(one for one in self.targets if one is not self.target)

    @property
    def opens(self) -> bool:
        """Whether people are behind the figure."""
        return self.rule is not None and not self.rule.by_hand

    @property
    def missing(self) -> int:
        """How many are still to be reached; nought where there is no number to reach."""
        promised = self.target.total if self.target else None
        return max(promised - self.reached, 0) if promised is not None else 0

    @property
    def reached(self) -> int:
        return self.figure.total if self.figure else 0

    @property
    def share(self) -> Decimal | None:
        """Reached of what was promised, in per cent to one place; None without a number to reach."""
        promised = self.target.total if self.target else None
        if not promised or self.figure is None:
            return None
        return (Decimal(100 * self.reached) / promised).quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Asked:
    """A row before its figure is known."""

    key: str
    rule: Rule | None
    planned: Measure | None = None
    targets: list[Target] = field(default_factory=list)


def matrix(edition: Edition, *, on: date) -> list[Row]:
    """Every measure of an edition with its target and its figure, in a constant number of queries."""
    asked = asked_of(edition)
    counted = figures(
        [one.rule for one in asked if one.rule and not one.rule.by_hand], edition=edition, on=on
    )
    values = entered_values(edition)
    return [row_of(one, counted, values) for one in asked]


def asked_of(edition: Edition) -> list[Asked]:
    planned = list(planned_rows(edition))
    known = {one.rule.key for one in planned if one.rule} | {
        one.planned.code for one in planned if one.planned
    }
    rest = (one for one in common(period_of(edition.regime)) if one.key not in known)
    return [*planned, *(Asked(one.key, one) for one in rest)]


def planned_rows(edition: Edition) -> Iterator[Asked]:
    promised: dict[int, list[Target]] = defaultdict(list)
    for target in Target.objects.filter(edition=edition).select_related("measure", "within"):
        promised[target.measure_id].append(target)
    every = Measure.objects.filter(Q(edition=None) | Q(edition=edition), programme=edition.programme_id)
    for one in every:
        rule = rule_of(one)
        yield Asked(rule.key if rule else one.key, rule, one, promised[one.pk])


def rule_of(measure: Measure) -> Rule | None:
    """How the system counts a planned measure: by the rule it names, or by its official code."""
    return measures().get(measure.counts) or measures().get(measure.code)


def entered_values(edition: Edition) -> dict[str, ManualDecision]:
    values = ManualDecision.objects.filter(edition=edition, participation=None).newest()
    return {one.counts: one for one in values}


def row_of(asked: Asked, counted: dict[str, Figure], values: dict[str, ManualDecision]) -> Row:
    rule, planned = asked.rule, asked.planned
    decision = values.get(asked.key)
    title = planned.title if planned else rule.title(get_language() or "en") if rule else ""
    shown = planned or rule
    return Row(
        key=asked.key,
        code=(planned.code if planned else "") or (rule.code if rule else ""),
        title=title,
        kind=shown.kind if shown else "",
        unit=shown.unit if shown else "",
        rule=rule,
        figure=counted.get(asked.key) or entered(decision) or counted.get(asked.key),
        evidence=planned.evidence if planned else "",
        targets=tuple(asked.targets),
        decision=decision,
    )


def entered(decision: ManualDecision | None) -> Figure | None:
    if decision is None:
        return None
    return Figure(decision.women or 0, decision.men or 0, decision.total or 0)


def title_of(rule: Rule, edition: Edition) -> str:
    """A measure in the words of the programme, or in the catalogue's own."""
    found = next((one for one in planned_rows(edition) if one.rule == rule), None)
    return found.planned.title if found and found.planned else rule.title(get_language() or "en")
