"""What is written on the assessment cards of the invented: answers that lead to what became of each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from random import Random

from kladka.demo.invention import Sex
from kladka.demo.lives.days import Fate
from kladka.recruitment.actions import Said
from kladka.recruitment.choices import Answer, CriterionKind, Trait
from kladka.recruitment.models import Criterion

# Which part of the most points somebody gets, from and to, so that each is where the life needs them.
BANDS = {
    Fate.DECLINES: (0.5, 0.6),
    Fate.PROMOTED: (0.4, 0.5),
    Fate.WAITS: (0.2, 0.4),
    Fate.WITHOUT_PLACE: (0.0, 0.2),
}
TOP = (0.6, 1.0)
SEEN = "zaświadczenie"
NOT_MET, MET = Said(), Said(is_met=True, evidence=SEEN)
Choice = tuple[Said, Decimal]


def card(random: Random, criteria: Sequence[Criterion], *, sex: Sex, fate: Fate) -> dict[int, Said]:
    """Of all cards that can be written of such a person one that gives points of the wanted height."""
    every = written(criteria, sex)
    most = max(every)
    low, high = BANDS.get(fate, TOP)
    middle = Decimal(str(low + high)) / 2 * most
    fitting = [total for total in every if Decimal(str(low)) * most < total <= Decimal(str(high)) * most]
    total = random.choice(fitting or [min(every, key=lambda one: abs(one - middle))])
    formal = MET if fate != Fate.STRANGER else NOT_MET
    needed = {one.pk: formal for one in criteria if one.kind == CriterionKind.FORMAL}
    return {**random.choice(every[total]), **needed}


def written(criteria: Sequence[Criterion], sex: Sex) -> Mapping[Decimal, list[dict[int, Said]]]:
    """Every way to answer what gives points, by the points that it gives together."""
    scored = [one for one in criteria if one.kind == CriterionKind.PREMIUM]
    cards: dict[Decimal, list[dict[int, Said]]] = defaultdict(list)
    for choices in product(*(list(choices_of(one, sex)) for one in scored)):
        total = sum((points for _said, points in choices), Decimal(0))
        cards[total].append({one.pk: said for one, (said, _points) in zip(scored, choices, strict=True)})
    return dict(sorted(cards.items()))


def choices_of(criterion: Criterion, sex: Sex) -> Iterator[Choice]:
    """What can be said of one criterion; whether somebody is a woman is known."""
    if criterion.trait in {Trait.WOMEN, Trait.MEN}:
        is_met = (sex == "woman") == (criterion.trait == Trait.WOMEN)
        yield (MET, criterion.points or Decimal(0)) if is_met else (NOT_MET, Decimal(0))
        return
    yield NOT_MET, Decimal(0)
    if criterion.answer == Answer.YES_NO:
        yield MET, criterion.points or Decimal(0)
    for option in criterion.options.all():
        said = (
            Said(number=option.at_least, evidence=SEEN)
            if criterion.answer == Answer.NUMBER
            else Said(levels=frozenset([option.pk]), evidence=SEEN)
        )
        yield said, option.points or Decimal(0)
