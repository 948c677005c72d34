"""Points of one application: what each answer gives, caps, "once only", and how sources make one result."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from kladka.recruitment.choices import Answer, Combining, CriterionKind, PointSource

NONE = Decimal(0)
WHOLE = Decimal(100)
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, kw_only=True)
class Level:
    key: int
    points: Decimal = NONE
    at_least: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Criterion:
    key: int
    title: str
    kind: CriterionKind = CriterionKind.PREMIUM
    answer: Answer = Answer.YES_NO
    points: Decimal | None = None
    maximum: Decimal | None = None
    group: str = ""
    source: str = ""
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Weight:
    """Of a source: per cent, the most points that it can give, the fewest with which it is passed."""

    weight: Decimal = NONE
    maximum: Decimal | None = None
    minimum: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Scheme:
    criteria: tuple[Criterion, ...] = ()
    combining: Combining = Combining.SUM
    weights: Mapping[str, Weight] = field(default_factory=dict)
    maximum: Decimal | None = None
    minimum: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What the card says of one criterion."""

    is_met: bool = False
    levels: frozenset[int] = frozenset()
    number: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Result:
    """`points` are those of each criterion before groups and weights; `failed` names criteria that are needed."""

    total: Decimal
    precedence: Decimal
    points: Mapping[int, Decimal]
    failed: tuple[int, ...] = ()
    short_in: tuple[str, ...] = ()  # sources with fewer points than needed
    is_short: bool = False  # fewer points than the scheme needs


Card = Mapping[int, Answered]


def score(scheme: Scheme, card: Card) -> Result:
    """The same card always gives the same result. What is not answered is not met."""
    points = {one.key: points_of(one, card.get(one.key, Answered())) for one in scheme.criteria}
    counted = _once_only(scheme.criteria, points)
    by_source = {source: _of_source(scheme, counted, source) for source in ("", *PointSource.values)}
    total = capped(_COMBINE[scheme.combining](scheme, by_source), scheme.maximum)
    return Result(
        total=total,
        precedence=sum((points[one.key] for one in _kind(scheme, CriterionKind.PRECEDENCE)), NONE),
        points=points,
        failed=tuple(
            one.key
            for one in _kind(scheme, CriterionKind.FORMAL)
            if not is_met(one, card.get(one.key, Answered()))
        ),
        short_in=tuple(
            source
            for source, weight in scheme.weights.items()
            if weight.minimum is not None and by_source.get(source, NONE) < weight.minimum
        ),
        is_short=scheme.minimum is not None and total < scheme.minimum,
    )


def points_of(criterion: Criterion, answered: Answered) -> Decimal:
    """What one answer gives, with the cap of its criterion. Precedence without points counts one."""
    if criterion.kind in {CriterionKind.FORMAL, CriterionKind.QUOTA}:
        return NONE
    return capped(_GIVES[criterion.answer](criterion, answered), criterion.maximum)


def is_met(criterion: Criterion, answered: Answered) -> bool:
    """Said yes, or a level is reached."""
    if criterion.answer == Answer.YES_NO:
        return answered.is_met
    if criterion.answer == Answer.NUMBER:
        return reached(criterion, answered.number) is not None
    return bool(answered.levels & {one.key for one in criterion.levels})


def reached(criterion: Criterion, number: Decimal | None) -> Level | None:
    """The highest level that the number reaches; a level's own number is inside it."""
    below = [
        one
        for one in criterion.levels
        if number is not None and one.at_least is not None and one.at_least <= number
    ]
    return max(below, key=lambda one: one.at_least or NONE, default=None)


def mean_of(results: Sequence[Result]) -> Result:
    """The mean of the members' cards to a hundredth, half up; a criterion failed on any card is failed."""
    return Result(
        total=_mean([one.total for one in results]),
        precedence=_mean([one.precedence for one in results]),
        points={key: _mean([one.points[key] for one in results]) for key in results[0].points},
        failed=tuple(dict.fromkeys(key for one in results for key in one.failed)),
        short_in=tuple(dict.fromkeys(source for one in results for source in one.short_in)),
        is_short=any(one.is_short for one in results),
    )


def capped(points: Decimal, most: Decimal | None) -> Decimal:
    return points if most is None else min(points, most)


def _mean(numbers: Sequence[Decimal]) -> Decimal:
    return (sum(numbers, NONE) / len(numbers)).quantize(HUNDREDTH, rounding=ROUND_HALF_UP)


def _kind(scheme: Scheme, kind: CriterionKind) -> list[Criterion]:
    return [one for one in scheme.criteria if one.kind == kind]


def _yes_no(criterion: Criterion, answered: Answered) -> Decimal:
    one = Decimal(1) if criterion.kind == CriterionKind.PRECEDENCE else NONE
    return (one if criterion.points is None else criterion.points) if answered.is_met else NONE


def _one(criterion: Criterion, answered: Answered) -> Decimal:
    return max((one.points for one in criterion.levels if one.key in answered.levels), default=NONE)


def _several(criterion: Criterion, answered: Answered) -> Decimal:
    return sum((one.points for one in criterion.levels if one.key in answered.levels), NONE)


def _number(criterion: Criterion, answered: Answered) -> Decimal:
    level = reached(criterion, answered.number)
    return level.points if level else NONE


_GIVES: Mapping[Answer, Callable[[Criterion, Answered], Decimal]] = {
    Answer.YES_NO: _yes_no,
    Answer.ONE: _one,
    Answer.SEVERAL: _several,
    Answer.NUMBER: _number,
}


def _once_only(criteria: Sequence[Criterion], points: Mapping[int, Decimal]) -> list[tuple[str, Decimal]]:
    """Source and points of the premium criteria that count: of an exclusive group only the highest."""
    best: dict[str, Criterion] = {}
    counted = []
    for one in criteria:
        if one.kind != CriterionKind.PREMIUM:
            continue
        if not one.group:
            counted.append((one.source, points[one.key]))
        elif one.group not in best or points[one.key] > points[best[one.group].key]:
            best[one.group] = one
    return counted + [(one.source, points[one.key]) for one in best.values()]


def _of_source(scheme: Scheme, counted: Sequence[tuple[str, Decimal]], source: str) -> Decimal:
    weight = scheme.weights.get(source)
    return capped(
        sum((points for of, points in counted if of == source), NONE), weight.maximum if weight else None
    )


BySource = Mapping[str, Decimal]


def _sum(_scheme: Scheme, by_source: BySource) -> Decimal:
    return sum(by_source.values(), NONE)


def _weighted(scheme: Scheme, by_source: BySource) -> Decimal:
    parts = (by_source.get(source, NONE) * of.weight / WHOLE for source, of in scheme.weights.items())
    return sum(parts, NONE).quantize(HUNDREDTH, rounding=ROUND_HALF_UP)


def _share(scheme: Scheme, by_source: BySource) -> Decimal:
    """From 0 to 100: nobody gets more than the whole weight of a source."""
    parts = (
        by_source.get(source, NONE) / of.maximum * of.weight
        for source, of in scheme.weights.items()
        if of.maximum
    )
    return sum(parts, NONE).quantize(HUNDREDTH, rounding=ROUND_HALF_UP)


_COMBINE: Mapping[Combining, Callable[[Scheme, BySource], Decimal]] = {
    Combining.SUM: _sum,
    Combining.WEIGHTED: _weighted,
    Combining.SHARE: _share,
}
