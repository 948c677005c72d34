"""What is done: tasks, stages, staff, supports, quotas, offers."""

from typing import Annotated

from pydantic import Field

from kladka.definitions.format.base import EditionRecord
from kladka.definitions.format.values import (
    Key,
    Line,
    MaybeAmount,
    MaybeCode,
    MaybeCount,
    MaybeDate,
    MaybeLine,
    MaybeProse,
    MaybeWhole,
    Refers,
)
from kladka.programmes.choices import Per, Scope


class Task(EditionRecord):
    """A task of the application; it may have its own dates and its own deliverer."""

    edition: Annotated[Key, Refers("editions")]
    number: MaybeWhole = None
    title: Line
    starts: MaybeDate = None
    ends: MaybeDate = None
    deliverer: Annotated[Key | None, Refers("parties")] = None
    persons: MaybeCount = None
    groups: MaybeCount = None
    open_to: MaybeLine = ""
    description: MaybeProse = ""
    is_indirect_costs: bool = False


class Stage(EditionRecord):
    """A step that follows another, in the order of the file."""

    edition: Annotated[Key, Refers("editions")]
    task: Annotated[Key | None, Refers("tasks")] = None
    title: Line
    starts: MaybeDate = None
    ends: MaybeDate = None


class Staff(EditionRecord):
    """A role in the team and how many hold it; people are named only in the system."""

    edition: Annotated[Key, Refers("editions")]
    task: Annotated[Key | None, Refers("tasks")] = None
    local_activity_programme: Annotated[Key | None, Refers("local_activity_programmes")] = None
    party: Annotated[Key | None, Refers("parties")] = None
    role: Line
    number: MaybeCount = None
    duties: MaybeLine = ""


class Support(EditionRecord):
    """One kind of support in its published words."""

    edition: Annotated[Key, Refers("editions")]
    task: Annotated[Key | None, Refers("tasks")] = None
    stage: Annotated[Key | None, Refers("stages")] = None
    local_activity_programme: Annotated[Key | None, Refers("local_activity_programmes")] = None
    scope: Annotated[Scope | None, Field(strict=False)] = None
    section: MaybeCode = ""
    """Under which heading of its page it was published."""
    title: Line
    service: MaybeCode = ""
    """Code of the official dictionary of supports."""
    target_group: Annotated[Key | None, Refers("target_groups")] = None
    deliverer: Annotated[Key | None, Refers("parties")] = None
    site: Annotated[Key | None, Refers("sites")] = None
    starts: MaybeDate = None
    ends: MaybeDate = None
    is_free: bool | None = None
    fee: MaybeAmount = None
    fee_per: Annotated[Per | None, Field(strict=False)] = None


class Quota(EditionRecord):
    """How many units of a support there are: hours, trips, visits."""

    edition: Annotated[Key, Refers("editions")]
    support: Annotated[Key, Refers("supports")]
    unit: Line
    number: MaybeCount = None
    per: Annotated[Per, Field(strict=False)]
    year: Annotated[int | None, Field(ge=1990, le=2100)] = None


class Offer(EditionRecord):
    """What a person can join."""

    edition: Annotated[Key, Refers("editions")]
    task: Annotated[Key | None, Refers("tasks")] = None
    support: Annotated[Key | None, Refers("supports")] = None
    target_group: Annotated[Key | None, Refers("target_groups")] = None
    title: Line
    limit: MaybeCount = None
    cycles: MaybeCount = None
    limit_per_cycle: MaybeCount = None
    starts: MaybeDate = None
    ends: MaybeDate = None
    is_free: bool | None = None
    fee: MaybeAmount = None
    fee_per: Annotated[Per | None, Field(strict=False)] = None
