"""Measures with targets, and published figures. A target, what was published and what is reached are three things."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from kladka.definitions.format.base import EditionRecord, Record
from kladka.definitions.format.values import (
    Currency,
    Key,
    Line,
    MaybeAmount,
    MaybeCode,
    MaybeCount,
    MaybeLine,
    MaybePercent,
    Refers,
    Refusal,
    refuse,
)
from kladka.indicators.choices import MeasureKind, MeasureUnit
from kladka.programmes.choices import FigureKind


class Measure(Record):
    """What is counted; `counts` names the rule by which the system counts it."""

    code: MaybeCode = ""
    title: Line
    kind: Annotated[MeasureKind, Field(strict=False)]
    unit: Annotated[MeasureUnit, Field(strict=False)] = MeasureUnit.PERSONS
    counts: MaybeCode = ""
    evidence: MaybeLine = ""


def _is_empty(row: "Target | Figure") -> bool:
    return all(value is None for value in (row.women, row.men, row.total, row.percent))


class Target(EditionRecord):
    """A promised value: by sex, in total only, or as a percentage; `within` makes it "of whom …"."""

    edition: Annotated[Key, Refers("editions")]
    measure: Annotated[Key, Refers("measures")]
    within: Annotated[Key | None, Refers("targets")] = None
    title: MaybeLine = ""
    women: MaybeCount = None
    men: MaybeCount = None
    total: MaybeCount = None
    percent: MaybePercent = None
    scope: MaybeLine = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if _is_empty(self):
            raise refuse(Refusal.EMPTY_TARGET)
        return self


class Figure(Record):
    """A number that was published, with whose part it covers."""

    edition: Annotated[Key | None, Refers("editions")] = None
    kind: Annotated[FigureKind, Field(strict=False)]
    title: Line
    women: MaybeCount = None
    men: MaybeCount = None
    total: MaybeCount = None
    percent: MaybePercent = None
    words: MaybeLine = ""
    of: MaybeLine = ""
    """What it is counted for, such as the name of a course."""
    scope: MaybeLine = ""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.words and _is_empty(self):
            raise refuse(Refusal.EMPTY_FIGURE)
        return self


class AnnouncedTotal(Record):
    """Money announced for several programmes of the municipality together; its parts need not add up."""

    title: Line
    currency: Currency
    total: MaybeAmount = None
    eu: MaybeAmount = None
    own: MaybeAmount = None
