"""Initiatives, advice points, volunteers, flats, therapies, courses and internships, as they are planned."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from kladka.definitions.format.base import EditionRecord
from kladka.definitions.format.values import (
    Key,
    Line,
    Lines,
    MaybeAmount,
    MaybeClock,
    MaybeCount,
    MaybeDate,
    MaybeDecimal,
    MaybeLine,
    MaybeProse,
    Refers,
    Refusal,
    refuse,
)
from kladka.employment.choices import HourKind


class InitiativeCall(EditionRecord):
    """A call for residents' own initiatives."""

    edition: Annotated[Key, Refers("editions")]
    task: Annotated[Key | None, Refers("tasks")] = None
    title: MaybeLine = ""
    description: MaybeProse = ""
    who_may_apply: MaybeLine = ""
    smallest_group: MaybeCount = None
    pot: MaybeAmount = None
    limit: MaybeAmount = None
    opens: MaybeDate = None
    closes: MaybeDate = None


class AdvicePoint(EditionRecord):
    """A point where residents get advice."""

    edition: Annotated[Key, Refers("editions")]
    task: Annotated[Key | None, Refers("tasks")] = None
    support: Annotated[Key | None, Refers("supports")] = None
    title: Line
    fields: Lines = ()
    is_free: bool | None = None
    site: Annotated[Key | None, Refers("sites")] = None


class AdviceHours(EditionRecord):
    """When an advice point is open in an ordinary week, 1 is Monday."""

    edition: Annotated[Key, Refers("editions")]
    advice_point: Annotated[Key, Refers("advice_points")]
    field: MaybeLine = ""
    weekday: Annotated[int, Field(ge=1, le=7)]
    starts_at: MaybeClock
    ends_at: MaybeClock

    @model_validator(mode="after")
    def _hours_are_in_order(self) -> Self:
        if self.starts_at is None or self.ends_at is None or self.starts_at >= self.ends_at:
            raise refuse(Refusal.HOURS)
        return self


class VolunteerCentre(EditionRecord):
    """Where and how volunteers act in the programme."""

    edition: Annotated[Key, Refers("editions")]
    task: Annotated[Key | None, Refers("tasks")] = None
    support: Annotated[Key | None, Refers("supports")] = None
    title: MaybeLine = ""
    description: MaybeProse = ""
    site: Annotated[Key | None, Refers("sites")] = None


class TrainingFlat(EditionRecord):
    """A flat in which people learn to live on their own."""

    edition: Annotated[Key, Refers("editions")]
    task: Annotated[Key | None, Refers("tasks")] = None
    target_group: Annotated[Key | None, Refers("target_groups")] = None
    site: Annotated[Key | None, Refers("sites")] = None
    places: MaybeCount = None
    trainings: Lines = ()
    running: MaybeLine = ""
    """Since when it runs, in the published words."""


class Therapy(EditionRecord):
    """One kind of therapy and how many units are planned."""

    edition: Annotated[Key, Refers("editions")]
    task: Annotated[Key | None, Refers("tasks")] = None
    target_group: Annotated[Key | None, Refers("target_groups")] = None
    title: Line
    units: MaybeCount = None
    unit: MaybeLine = ""


class Course(EditionRecord):
    """A course or training that is planned."""

    edition: Annotated[Key, Refers("editions")]
    task: Annotated[Key | None, Refers("tasks")] = None
    support: Annotated[Key | None, Refers("supports")] = None
    title: Line
    hours: MaybeDecimal = None
    hour_kind: Annotated[HourKind | None, Field(strict=False)] = None
    places: MaybeCount = None
    ends_with_certificate: bool | None = None
    is_formal_qualification: bool | None = None


class Internship(EditionRecord):
    """Internships that are planned: how long, how many, with which stipend."""

    edition: Annotated[Key, Refers("editions")]
    task: Annotated[Key | None, Refers("tasks")] = None
    stage: Annotated[Key | None, Refers("stages")] = None
    support: Annotated[Key | None, Refers("supports")] = None
    title: Line
    months: Annotated[int | None, Field(ge=1, le=24)] = None
    is_full_time: bool | None = None
    hours_per_week: MaybeDecimal = None
    places: MaybeCount = None
    has_stipend: bool | None = None
