"""The questions of an application on the portal: their order, and which of them somebody still has to answer."""

from collections.abc import Collection
from enum import StrEnum


class Step(StrEnum):
    """One question a page."""

    WHOM = "whom"
    NAME = "name"
    BIRTH = "birth"
    GUARDIAN = "guardian"
    CONTACT = "contact"
    HOME = "home"
    CHOICE = "choice"


def steps_of(*, is_for_ward: bool, has_choice: bool) -> tuple[Step, ...]:
    """The questions that concern this applicant, in their order; seven at most."""
    left_out = {
        *([] if is_for_ward else [Step.GUARDIAN]),
        *([] if has_choice else [Step.CHOICE]),
    }
    return tuple(one for one in Step if one not in left_out)


def first_unanswered(steps: Collection[Step], answered: Collection[str]) -> Step | None:
    """Where to go on; None when everything has been answered."""
    return next((one for one in steps if one not in answered), None)
