"""Who may take part and how places are given."""

from typing import Annotated

from pydantic import Field

from kladka.definitions.format.base import EditionRecord
from kladka.definitions.format.values import (
    Code,
    Key,
    Line,
    MaybeCode,
    MaybeCount,
    MaybeDate,
    MaybeDecimal,
    MaybeLine,
    MaybePercent,
    MaybeWhole,
    Refers,
)
from kladka.recruitment.choices import (
    Answer,
    Cards,
    Combining,
    CriterionKind,
    Evidence,
    PointSource,
    TieKey,
    Trait,
    Way,
)


class Ground(EditionRecord):
    """A reason for which a person may take part, by its stable code."""

    edition: Annotated[Key, Refers("editions")]
    code: Code
    title: Line
    part_of: Annotated[Key | None, Refers("grounds")] = None
    evidence: Annotated[Evidence | None, Field(strict=False)] = None
    proof: MaybeLine = ""
    valid_from: MaybeDate = None
    valid_to: MaybeDate = None


class Scheme(EditionRecord):
    """A version of a scoring scheme; with the first score it is frozen, and a change needs a new one."""

    edition: Annotated[Key, Refers("editions")]
    title: Line
    version: Annotated[int, Field(ge=1, le=999)] = 1
    combining: Annotated[Combining, Field(strict=False)] = Combining.SUM
    cards: Annotated[Cards, Field(strict=False)] = Cards.JOINT
    maximum: MaybeDecimal = None
    minimum: MaybeDecimal = None
    """Fewer points than these do not qualify."""


class SchemeSource(EditionRecord):
    """What one source of points weighs, and the fewest points with which it is passed."""

    edition: Annotated[Key, Refers("editions")]
    scheme: Annotated[Key, Refers("schemes")]
    source: Annotated[PointSource, Field(strict=False)]
    weight: MaybePercent = None
    maximum: MaybeDecimal = None
    minimum: MaybeDecimal = None


class Criterion(EditionRecord):
    """A rule of choice: formal ones are needed, premium ones give points, precedence goes before points."""

    edition: Annotated[Key, Refers("editions")]
    scheme: Annotated[Key | None, Refers("schemes")] = None
    kind: Annotated[CriterionKind, Field(strict=False)]
    title: Line
    points: MaybeDecimal = None
    maximum: MaybeDecimal = None
    exclusive_group: MaybeCode = ""
    """Of the criteria of one group only the highest result counts."""
    evidence: Annotated[Evidence | None, Field(strict=False)] = None
    source: Annotated[PointSource | None, Field(strict=False)] = None
    answer: Annotated[Answer, Field(strict=False)] = Answer.YES_NO
    trait: Annotated[Trait | None, Field(strict=False)] = None
    """Filled in from the record, where it knows."""
    age_from: MaybeWhole = None
    age_to: MaybeWhole = None
    area: Annotated[Key | None, Refers("areas")] = None
    ground: Annotated[Key | None, Refers("grounds")] = None


class CriterionOption(EditionRecord):
    """One answer to a criterion of several levels."""

    edition: Annotated[Key, Refers("editions")]
    criterion: Annotated[Key, Refers("criteria")]
    title: Line
    points: MaybeDecimal = None
    at_least: MaybeDecimal = None
    """Where the answer is a number: from which number on this level is reached."""


class TieBreak(EditionRecord):
    """One key of the order among equals; the keys are asked in the order of the file."""

    edition: Annotated[Key, Refers("editions")]
    scheme: Annotated[Key, Refers("schemes")]
    by: Annotated[TieKey, Field(strict=False)]
    criterion: Annotated[Key | None, Refers("criteria")] = None


class Round(EditionRecord):
    """A window in which applications are taken, with its limits."""

    edition: Annotated[Key, Refers("editions")]
    title: Line
    offers: Annotated[tuple[Key, ...], Refers("offers")] = ()
    scheme: Annotated[Key | None, Refers("schemes")] = None
    cycle: MaybeWhole = None
    way: Annotated[Way | None, Field(strict=False)] = None
    opens: MaybeDate = None
    closes: MaybeDate = None
    limit: MaybeCount = None
    total: MaybeCount = None
    """Places of all rounds for the same offers together."""
    reserve: MaybeCount = None
    answer_days: MaybeWhole = None


class RoundQuota(EditionRecord):
    """So many places, or such a share of them, are for those who have a trait; they are filled first."""

    edition: Annotated[Key, Refers("editions")]
    round: Annotated[Key, Refers("rounds")]
    title: MaybeLine = ""
    trait: Annotated[Trait, Field(strict=False)]
    age_from: MaybeWhole = None
    age_to: MaybeWhole = None
    area: Annotated[Key | None, Refers("areas")] = None
    ground: Annotated[Key | None, Refers("grounds")] = None
    criterion: Annotated[Key | None, Refers("criteria")] = None
    option: Annotated[Key | None, Refers("criterion_options")] = None
    number: MaybeWhole = None
    share: MaybePercent = None
