"""Who is a participant, since when, and with which traits. Source: domain/participant-record §1, 2 and 8."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kladka.participation.choices import Education, LabourDetail, LabourStatus, State
from kladka.participation.errors import (
    DetailOfOtherStatus,
    LeftBeforeSupport,
    OutsideEdition,
)

FOLLOW_UP_AFTER = timedelta(days=28)
DETAILS: Mapping[str, frozenset[str]] = {
    LabourStatus.UNEMPLOYED: frozenset({LabourDetail.LONG_TERM, LabourDetail.OTHER_UNEMPLOYED}),
    LabourStatus.INACTIVE: frozenset(
        {LabourDetail.NOT_IN_EDUCATION, LabourDetail.IN_EDUCATION, LabourDetail.OTHER_INACTIVE}
    ),
}
NOT_EMPLOYED = DETAILS[LabourStatus.UNEMPLOYED] | DETAILS[LabourStatus.INACTIVE]
ISCED: Mapping[str, tuple[int, int]] = {
    Education.NONE: (0, 0),
    Education.PRIMARY: (1, 1),
    Education.LOWER_SECONDARY: (2, 2),
    Education.UPPER_SECONDARY: (3, 3),
    Education.POST_SECONDARY: (4, 4),
    Education.TERTIARY: (5, 8),
    Education.UP_TO_LOWER_SECONDARY: (0, 2),
    Education.PRIMARY_OR_LOWER_SECONDARY: (1, 2),
    Education.UPPER_OR_POST_SECONDARY: (3, 4),
}


def state_on(day: date, *, started_on: date | None, left_on: date | None) -> State:
    """What a person with an agreement is on a day; the last day still counts. Later days are not known yet."""
    if started_on is None or started_on > day:
        return State.QUALIFIED if left_on is None or left_on > day else State.WITHDRAWN
    return State.ENDED if left_on is not None and left_on < day else State.PARTICIPANT


def start_of(first_days: Iterable[date]) -> date | None:
    """The day of the first support; nobody starts without one."""
    return min(first_days, default=None)


def follow_up_due(left_on: date) -> date:
    """Result data are due within four weeks after the last day."""
    return left_on + FOLLOW_UP_AFTER


def details_of(status: str) -> frozenset[str]:
    """What may stand under a status on the labour market (V07); without a status nothing may."""
    if status == LabourStatus.EMPLOYED:
        return frozenset(LabourDetail.values) - NOT_EMPLOYED
    return DETAILS.get(status, frozenset())


def check_labour(status: str, detail: str) -> None:
    """Raises DetailOfOtherStatus."""
    if detail and detail not in details_of(status):
        raise DetailOfOtherStatus


def check_in_edition(day: date, *, starts_on: date | None, ends_on: date | None) -> None:
    """Both the first and the last day of an edition are in. Raises OutsideEdition."""
    if (starts_on and day < starts_on) or (ends_on and day > ends_on):
        raise OutsideEdition(starts_on, ends_on)


def check_leaving(left_on: date, *, last_support_on: date | None) -> None:
    """Nobody leaves before a support that was received. Raises LeftBeforeSupport."""
    if last_support_on is not None and left_on < last_support_on:
        raise LeftBeforeSupport(last_support_on)


@dataclass(frozen=True)
class Correction:
    """An amendment, as a rule sees it."""

    field: str
    new: object


def amended(values: Mapping[str, object], corrections: Iterable[Correction]) -> dict[str, object]:
    """The values with every correction made, in the order in which they were made; the last one holds."""
    result = dict(values)
    for one in corrections:
        if one.field in result:
            result[one.field] = one.new
    return result
