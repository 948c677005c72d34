"""What is missing in an application, as a list of tasks: which paper or answer, who brings it, by when.

Noted by the team, or found by the checks of eligibility. What no paper mends (an age, a ground out of force) is an
obstacle and no task.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from kladka.recruitment import errors, rules
from kladka.recruitment.choices import Bringer
from kladka.recruitment.models import Application, MissingThing
from kladka.recruitment.queries import cases_of, window_of

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from kladka.core.errors import DomainError

PAPERS = errors.PapersIncomplete
# What the checks miss and somebody can bring.
FOUND: "dict[type[DomainError], tuple[_StrPromise, Bringer]]" = {
    PAPERS: (_("the whole set of papers, signed"), Bringer.APPLICANT),
    errors.GroundMissing: (_("an answer: on which ground the person may take part"), Bringer.APPLICANT),
    errors.ProofNotSeen: (_("a paper that proves a ground, to be seen"), Bringer.APPLICANT),
    errors.CloseOneNotThere: (
        _("the application of the person whose close environment this is"),
        Bringer.TEAM,
    ),
}


@dataclass(frozen=True, kw_only=True)
class Task:
    """One missing thing; `thing` is the row of one that the team noted."""

    what: str
    brings: str
    due_on: date | None = None
    is_late: bool = False
    thing: MissingThing | None = None


@dataclass(frozen=True, kw_only=True)
class Lacks:
    tasks: tuple[Task, ...] = ()
    obstacles: tuple[str, ...] = ()


def lacks_of(applications: Sequence[Application], *, on: date) -> dict[int, Lacks]:
    """Of each, by its row; in a number of statements that does not grow. Wants `lists.with_details`."""
    noted: dict[int, list[MissingThing]] = defaultdict(list)
    rows = [one for one in applications if one.withdrawn_on is None]
    for thing in MissingThing.objects.waited_for().filter(application__in=rows):
        noted[thing.application_id].append(thing)
    cases = cases_of(rows) if rows else {}
    return {one.pk: _lacks(one, cases[one.pk], noted[one.pk], on=on) for one in rows}


def _lacks(one: Application, case: rules.Case, noted: Iterable[MissingThing], *, on: date) -> Lacks:
    by_team = [_noted(thing, on=on) for thing in noted]
    missing = list(rules.missing(case))
    mended = [error for error in missing if type(error) in FOUND and not (by_team and type(error) is PAPERS)]
    closes = window_of(one.round).closes if one.round else None
    return Lacks(
        tasks=(*by_team, *(_found(type(error), closes, on=on) for error in mended)),
        obstacles=tuple(str(error) for error in missing if type(error) not in FOUND),
    )


def _noted(thing: MissingThing, *, on: date) -> Task:
    who = thing.get_brings_display()
    return Task(what=thing.what, brings=who, due_on=thing.due_on, is_late=thing.due_on < on, thing=thing)


def _found(error: "type[DomainError]", closes: date | None, *, on: date) -> Task:
    """Until the round closes; of a round that is closed or has no end the day is not known."""
    what, brings = FOUND[error]
    due_on = closes if closes and closes >= on else None
    return Task(what=str(what), brings=str(brings.label), due_on=due_on)
