"""What two things at one time mean: plans may be refused; what happened is always recorded, and flagged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Resource(Enum):
    """What a session takes up."""

    ROOM = "room"
    WORKER = "worker"
    PERSON = "person"


class Verdict(Enum):
    """What follows from an overlap."""

    FINE = "fine"
    REFUSE = "refuse"
    WARN = "warn"
    DECIDE = "decide"  # before the hours of the worker are charged


@dataclass(frozen=True, slots=True)
class Use:
    """One resource during a time; the end is out."""

    resource: Resource
    key: int
    starts_at: datetime
    ends_at: datetime
    exclusive: bool = True


def meet(one: Use, other: Use) -> bool:
    """The same thing at the same time; one may begin when the other ends."""
    same = one.resource == other.resource and one.key == other.key
    return same and one.starts_at < other.ends_at and other.starts_at < one.ends_at


def judge(resource: Resource, *, held: bool, exclusive: bool = True) -> Verdict:
    """What an overlap of this resource means for a plan, or for something that took place."""
    if resource == Resource.PERSON:
        return Verdict.WARN
    if resource == Resource.WORKER:
        return Verdict.DECIDE if held else Verdict.REFUSE
    return Verdict.REFUSE if exclusive and not held else Verdict.FINE


def first_met(use: Use, others: Iterable[Use]) -> Use | None:
    """The earliest of those that meet this one."""
    return min((one for one in others if meet(use, one)), key=lambda one: one.starts_at, default=None)
