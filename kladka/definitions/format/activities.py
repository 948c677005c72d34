"""Groups and clubs with their weekly frames, and open events."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from kladka.activities.choices import EventKind, GroupKind
from kladka.definitions.format.base import EditionRecord
from kladka.definitions.format.values import (
    Key,
    Line,
    MaybeClock,
    MaybeCount,
    MaybeDate,
    MaybeDecimal,
    MaybeLine,
    MaybeWhole,
    Refers,
    Refusal,
    refuse,
)


class Group(EditionRecord):
    """A group or a club of an offer. Clubs of one name on several sites are several rows."""

    edition: Annotated[Key, Refers("editions")]
    offer: Annotated[Key, Refers("offers")]
    kind: Annotated[GroupKind, Field(strict=False)]
    title: MaybeLine = ""
    audience: MaybeLine = ""
    cycle: MaybeWhole = None
    number: MaybeWhole = None
    places: MaybeCount = None
    site: Annotated[Key | None, Refers("sites")] = None
    deliverer: Annotated[Key | None, Refers("parties")] = None
    starts: MaybeDate = None
    ends: MaybeDate = None


class WeeklyFrame(EditionRecord):
    """When a group meets in an ordinary week, 1 is Monday; hours may differ between parts of the year."""

    edition: Annotated[Key, Refers("editions")]
    group: Annotated[Key, Refers("groups")]
    weekday: Annotated[int, Field(ge=1, le=7)]
    starts_at: MaybeClock
    ends_at: MaybeClock
    site: Annotated[Key | None, Refers("sites")] = None
    valid_from: MaybeDate = None
    valid_to: MaybeDate = None
    hours_per_year: MaybeDecimal = None

    @model_validator(mode="after")
    def _hours_are_in_order(self) -> Self:
        if self.starts_at is None or self.ends_at is None or self.starts_at >= self.ends_at:
            raise refuse(Refusal.HOURS)
        return self


class Event(EditionRecord):
    """An open event that is planned: what, for whom, how often, on which sites."""

    edition: Annotated[Key, Refers("editions")]
    task: Annotated[Key | None, Refers("tasks")] = None
    support: Annotated[Key | None, Refers("supports")] = None
    kind: Annotated[EventKind, Field(strict=False)]
    title: Line
    open_to: MaybeLine = ""
    times: MaybeCount = None
    sites: Annotated[tuple[Key, ...], Refers("sites")] = ()
    starts: MaybeDate = None
    ends: MaybeDate = None
