"""Who is a participant, since when, and with which traits. Source: domain/participant-record §1, 2 and 8."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta

from kladka.participation import errors
from kladka.participation.choices import Education, Kind, LabourDetail, LabourStatus, Missing, State
from kladka.programmes.rules import Period

FOLLOW_UP_AFTER = timedelta(days=28)
SCORES = range(1, 6)
DETAILS: Mapping[str, frozenset[str]] = {
    LabourStatus.UNEMPLOYED: frozenset({LabourDetail.LONG_TERM, LabourDetail.OTHER_UNEMPLOYED}),
    LabourStatus.INACTIVE: frozenset(
        {LabourDetail.NOT_IN_EDUCATION, LabourDetail.IN_EDUCATION, LabourDetail.OTHER_INACTIVE}
    ),
}
NOT_EMPLOYED = DETAILS[LabourStatus.UNEMPLOYED] | DETAILS[LabourStatus.INACTIVE]
OF_EMPLOYED = frozenset(LabourDetail.values) - NOT_EMPLOYED
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


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFacts:
    """What a person says of itself at entry, by the columns of the declaration. Empty: not known."""

    education: str = ""
    labour_status: str = ""
    labour_detail: str = ""
    is_registered: bool | None = None
    unemployed_since: date | None = None
    education_planned_end: date | None = None
    occupation: str = ""
    employer: str = ""
    jobless_household: bool | None = None
    with_dependent_children: bool | None = None
    single_adult: bool | None = None
    kinship: str = ""


FACTS = tuple(field.name for field in fields(EntryFacts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What one participation received from one source; days are included."""

    participation_id: int
    support_id: int
    first_on: date
    last_on: date
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What decides whether somebody may get a named support on a day."""

    name: str
    kind: str
    opened_on: date
    declared_on: date | None
    left_on: date | None


def state_on(day: date, *, started_on: date | None, left_on: date | None) -> State:
    """What a person with an agreement is on a day; the last day still counts. Later days are not known yet."""
    if started_on is None or started_on > day:
        return State.QUALIFIED if left_on is None or left_on > day else State.WITHDRAWN
    return State.ENDED if left_on is not None and left_on < day else State.PARTICIPANT


def missing_on(day: date, standing: Standing) -> list[Missing]:
    """What keeps a support of this day from being recorded by name. Both papers may be of the same day."""
    missing = [Missing.AGREEMENT] if standing.opened_on > day else []
    if standing.kind == Kind.PARTICIPANT and (standing.declared_on is None or standing.declared_on > day):
        missing.append(Missing.DECLARATION)
    return missing


def check_in_edition(first_on: date, last_on: date, period: Period) -> None:
    """Both the first and the last day of an edition are in. Raises SupportBeforeEdition, SupportAfterEdition."""
    if period.first_day and first_on < period.first_day:
        raise errors.SupportBeforeEdition(period.first_day)
    if period.last_day and last_on > period.last_day:
        raise errors.SupportAfterEdition(period.last_day)


def check_received(received: Received, standing: Standing, *, on: date) -> None:
    """Raises SupportInFuture, NotYetQualified, LeftBeforeSupport."""
    if received.last_on > on:
        raise errors.SupportInFuture(received.last_on)
    if missing := missing_on(received.first_on, standing):
        raise errors.NotYetQualified(standing.name, received.first_on, [one.label for one in missing])
    if standing.left_on is not None and received.last_on > standing.left_on:
        raise errors.LeftBeforeSupport(standing.name, standing.left_on)


def check_signing(signed_on: date, *, ends_on: date | None, on: date) -> None:
    """Raises SignedInFuture, SignedAfterEdition."""
    if signed_on > on:
        raise errors.SignedInFuture
    if ends_on and signed_on > ends_on:
        raise errors.SignedAfterEdition(ends_on)


def details_of(status: str) -> frozenset[str]:
    """What may stand under a status on the labour market (V07); without a status nothing may."""
    if status == LabourStatus.EMPLOYED:
        return OF_EMPLOYED
    return DETAILS.get(status, frozenset())


def check_labour(status: str, detail: str) -> None:
    """Raises DetailOfOtherStatus."""
    if detail and detail not in details_of(status):
        raise errors.DetailOfOtherStatus


def check_leaving(left_on: date, *, opened_on: date, last_support_on: date | None, on: date) -> None:
    """Nobody leaves before a support that was received, nor tomorrow.

    Raises LeavesInFuture, LeavesBeforeAgreement, LeavesBeforeLastSupport.
    """
    if left_on > on:
        raise errors.LeavesInFuture
    if left_on < opened_on:
        raise errors.LeavesBeforeAgreement(opened_on)
    if last_support_on is not None and left_on < last_support_on:
        raise errors.LeavesBeforeLastSupport(last_support_on)


def check_scores(scores: Iterable[int]) -> None:
    """Raises ScoreOutOfRange."""
    if any(score not in SCORES for score in scores):
        raise errors.ScoreOutOfRange


def follow_up_due(left_on: date) -> date:
    """Result data are due within four weeks after the last day."""
    return left_on + FOLLOW_UP_AFTER


def check_outcome_day(happened_on: date, *, opened_on: date, on: date) -> None:
    """Whether it counts within its window is decided where it is counted; here it only must have happened since.

    Raises OutcomeInFuture, OutcomeBeforeAgreement.
    """
    if happened_on > on:
        raise errors.OutcomeInFuture
    if happened_on <= opened_on:
        raise errors.OutcomeBeforeAgreement(opened_on)


@dataclass(frozen=True, slots=True)
class Residence:
    """Where somebody lived, from a day to a day; the last day is in."""

    from_day: date
    to_day: date | None
    municipality_code: str
    locality: str
    postcode: str


def residence_on(day: date, residences: Iterable[Residence]) -> Residence | None:
    """The one of this day; else the first after it, for somebody written down later than they came."""
    in_order = sorted(residences, key=lambda one: one.from_day)
    lived = [one for one in in_order if one.from_day <= day and (one.to_day is None or one.to_day >= day)]
    later = [one for one in in_order if one.from_day > day]
    return next(iter([*lived, *later]), None)
