"""What "Move to …" does with an application: which step it is, who may do it, and why it cannot be done now."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kladka.recruitment import access, errors, queries, rules
from kladka.recruitment.choices import Outcome
from kladka.recruitment.lists import WORDS, State, state_of
from kladka.recruitment.models import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kladka.accounts.models import User
    from kladka.core.errors import DomainError
    from kladka.recruitment.models import Application

CASE_WORK = (State.INCOMPLETE, State.WITHDRAWN)  # steps of who enters applications
OUTCOMES = {state: Outcome(state) for state in (State.QUALIFIED, State.RESERVE, State.NOT_QUALIFIED)}
# Where an application can be moved, in the order of the board.
PLACES = (State.INCOMPLETE, State.TO_SCORE, State.READY, *OUTCOMES, State.WITHDRAWN)


def name_of(place: State) -> str:
    return str(WORDS[place])


def choices() -> list[tuple[str, str]]:
    """For the form on each card; what is impossible says so on the page of the move."""
    return [(place.value, name_of(place)) for place in PLACES]


def is_scoring(one: "Application", to: State) -> bool:
    """From those to be scored to those to be decided leads the card alone."""
    return to == State.READY and state_of(one) == State.TO_SCORE


def may(user: "User", one: "Application", to: State) -> bool:
    """To complete papers and to withdraw is case work; to score and to decide also the committee's."""
    if to in CASE_WORK or (to in {State.TO_SCORE, State.READY} and not one.is_complete):
        return access.can_recruit(user, one.edition)
    if to == State.READY and one.round is not None and one.round.scheme_id:
        return access.can_choose(user, one.round)
    return access.can_decide(user, one.edition)


def hindrances(one: "Application", to: State) -> list[str]:
    """Everything that stands in the way, each in a sentence that says what to do first."""
    now = state_of(one)
    if now == State.WITHDRAWN:
        return [str(errors.Withdrawn())]
    if now == to:
        return [_("The application is there already.")]
    if to in OUTCOMES:
        return [str(error) for error in _before_main_list(one)] if to == State.QUALIFIED else []
    if to == State.WITHDRAWN:
        return []
    if now in OUTCOMES:
        return [_("The application is decided. It can be moved to another list; the earlier decision stays.")]
    return list(_before_step(one, now, to))


def _before_main_list(one: "Application") -> "Iterator[DomainError]":
    yield from queries.missing(one)
    if Draft.objects.in_doubt().filter(application=one).exists():
        yield errors.IdentityInDoubt()
    for limit in queries.limits_for(one):
        try:
            rules.check_place_is_free(taken=limit.taken, places=limit.places)
        except errors.NoPlaceLeft as error:
            yield error


def _before_step(one: "Application", now: State, to: State) -> "Iterator[str]":
    has_scheme = one.round is not None and one.round.scheme_id is not None
    if to == State.TO_SCORE and not has_scheme:
        yield _("Nothing is scored here: the round has no scoring scheme. Move it to those to be decided.")
    elif to == State.TO_SCORE and now == State.READY:
        yield _("The application is scored. Open its card to change the score; the earlier card stays.")
    elif to == State.READY and now == State.INCOMPLETE and has_scheme:
        yield _("Say first that the papers are complete: move it to those to be scored.")
