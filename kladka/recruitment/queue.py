"""The queue of the team as a board: a column for each thing that comes next, the longest waiting on top."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from kladka.recruitment import lists
from kladka.recruitment.lists import State
from kladka.recruitment.models import Application, Card
from kladka.recruitment.naming import name_to

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from kladka.accounts.models import User

ON_TOP = 8  # cards of a column; the table shows the rest, page by page
WAITING = (State.INCOMPLETE, State.TO_SCORE, State.READY)
DECIDED = (State.QUALIFIED, State.RESERVE, State.NOT_QUALIFIED)


@dataclass(frozen=True, kw_only=True)
class Column:
    """`found` are all that stand there, `rows` the first of them."""

    state: State
    title: "str | _StrPromise"
    found: int
    rows: Sequence[lists.Row]

    @property
    def more(self) -> int:
        return self.found - len(self.rows)


def columns(asked: lists.Asked, *, user: "User", on: date) -> list[Column]:
    """The number of statements does not depend on how many applied."""
    standing = _standing(lists.found(asked, user=user).order_by())
    counted = dict(standing.values_list("stands").annotate(number=Count("pk")))
    tops = {state: _top(standing, state) for state in (*WAITING, *DECIDED) if counted.get(state)}
    numbers = [number for top in tops.values() for number in top]
    cards = list(lists.with_details(Application.objects.filter(pk__in=numbers)))
    name_to(user, cards)
    rows = {one.application.pk: one for one in lists.rows(cards, on=on)}
    return [
        Column(
            state=state,
            title=lists.WORDS[state],
            found=counted.get(state, 0),
            rows=[rows[number] for number in tops.get(state, ())],
        )
        for state in (*WAITING, *DECIDED)
    ]


def _standing(applications: QuerySet[Application]) -> Any:  # the checker does not follow what is annotated
    """Each with the column in which it stands; those that were withdrawn stand in none."""
    scored = Card.objects.in_force().filter(application=OuterRef("pk"))
    in_force = FilteredRelation("decisions", condition=Q(decisions__replaced_at=None))
    stands = Case(
        When(in_force__isnull=False, then=F("in_force__outcome")),
        When(is_complete=False, then=Value(State.INCOMPLETE.value)),
        When(~Exists(scored), round__scheme__isnull=False, then=Value(State.TO_SCORE.value)),
        default=Value(State.READY.value),
        output_field=CharField(),
    )
    return applications.filter(withdrawn_on=None).annotate(in_force=in_force, stands=stands)


def _top(standing: Any, state: State) -> list[int]:
    """Who waits longest; of those who are decided, the latest who came."""
    order = ("received_at", "pk") if state in WAITING else lists.NEWEST_FIRST
    return list(standing.filter(stands=state).order_by(*order).values_list("pk", flat=True)[:ON_TOP])
