"""Who may be qualified: small checks, each with its own sentence of what is missing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from kladka.people.rules import age_on
from kladka.recruitment import errors


@dataclass(frozen=True, kw_only=True)
class Window:
    """When applications are taken; an end that is not known does not close anything. The last day still counts."""

    opens: date | None = None
    closes: date | None = None


@dataclass(frozen=True, kw_only=True)
class Named:
    """A ground that the applicant names."""

    title: str
    valid: Window = Window()
    is_seen: bool = False


@dataclass(frozen=True, kw_only=True)
class Case:
    """All that the checks look at, on the day on which the application came."""

    received_on: date
    birth_date: date
    is_complete: bool
    is_withdrawn: bool = False
    wants_ground: bool = True
    grounds: tuple[Named, ...] = ()
    age_from: int | None = None
    age_to: int | None = None
    is_close_to_somebody: bool = False
    is_close_to_participant: bool = False

    @property
    def age(self) -> int:
        return age_on(self.birth_date, self.received_on)


def check_not_withdrawn(case: Case) -> None:
    if case.is_withdrawn:
        raise errors.Withdrawn


def check_papers_are_complete(case: Case) -> None:
    """Only complete sets are taken (recruitment §6)."""
    if not case.is_complete:
        raise errors.PapersIncomplete


def check_age(case: Case) -> None:
    """Full years on the day of application; computed again and frozen on the first support."""
    too_young = case.age_from is not None and case.age < case.age_from
    too_old = case.age_to is not None and case.age > case.age_to
    if too_young or too_old:
        raise errors.AgeOutside(case.age, case.age_from, case.age_to)


def check_ground_is_named(case: Case) -> None:
    """The close environment needs no ground of its own: it is supported for somebody who has one."""
    if case.wants_ground and not case.is_close_to_somebody and not case.grounds:
        raise errors.GroundMissing


def check_grounds_are_in_force(case: Case) -> None:
    for ground in case.grounds:
        if not is_open(ground.valid, on=case.received_on):
            raise errors.GroundNotInForce(ground.title)


def check_proof_was_seen(case: Case) -> None:
    """One proven ground is enough to qualify."""
    if case.grounds and not any(ground.is_seen for ground in case.grounds):
        raise errors.ProofNotSeen


def check_close_one_takes_part(case: Case) -> None:
    if case.is_close_to_somebody and not case.is_close_to_participant:
        raise errors.CloseOneNotThere


CHECKS: tuple[Callable[[Case], None], ...] = (
    check_not_withdrawn,
    check_papers_are_complete,
    check_age,
    check_ground_is_named,
    check_grounds_are_in_force,
    check_proof_was_seen,
    check_close_one_takes_part,
)


def missing(case: Case) -> Iterator[errors.Unmet]:
    """Everything that stands in the way of being qualified, in the order of the checks."""
    for check in CHECKS:
        try:
            check(case)
        except errors.Unmet as error:
            yield error


def check_eligible(case: Case) -> None:
    """Raises the first of what `missing` names."""
    for check in CHECKS:
        check(case)


def is_open(window: Window, *, on: date) -> bool:
    return (window.opens is None or window.opens <= on) and (window.closes is None or on <= window.closes)


def check_round_takes(window: Window, *, on: date) -> None:
    """Raises RoundNotOpen."""
    if not is_open(window, on=on):
        raise errors.RoundNotOpen(window.opens, window.closes)


def check_place_is_free(*, taken: int, places: int | None) -> None:
    """Raises NoPlaceLeft. No published limit, no check."""
    if places is not None and taken >= places:
        raise errors.NoPlaceLeft(places)
