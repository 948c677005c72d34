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
    MaybeWhole,
    Refers,
)
from kladka.recruitment.choices import CriterionKind, Evidence, Way


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


class Criterion(EditionRecord):
    """A rule of choice: formal ones are needed, premium ones give points."""

    edition: Annotated[Key, Refers("editions")]
    kind: Annotated[CriterionKind, Field(strict=False)]
    title: Line
    points: MaybeDecimal = None
    maximum: MaybeDecimal = None
    exclusive_group: MaybeCode = ""
    evidence: Annotated[Evidence | None, Field(strict=False)] = None


class CriterionOption(EditionRecord):
    """One answer to a criterion of several levels."""

    edition: Annotated[Key, Refers("editions")]
    criterion: Annotated[Key, Refers("criteria")]
    title: Line
    points: MaybeDecimal = None


class Round(EditionRecord):
    """A window in which applications are taken, with its limits."""

    edition: Annotated[Key, Refers("editions")]
    title: Line
    offers: Annotated[tuple[Key, ...], Refers("offers")] = ()
    cycle: MaybeWhole = None
    way: Annotated[Way | None, Field(strict=False)] = None
    opens: MaybeDate = None
    closes: MaybeDate = None
    limit: MaybeCount = None
    reserve: MaybeCount = None
