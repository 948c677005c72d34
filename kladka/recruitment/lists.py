"""The list of applications: what is asked for, found, and shown in a row."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from kladka.core.spreadsheets import Cell, Column
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application, Card, Decision
from kladka.recruitment.naming import called, name_to
from kladka.recruitment.tasks import Lacks, Task, lacks_of

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Edition

ON_A_PAGE = 50
NEWEST_FIRST = ("-received_at", "-pk")


class State(StrEnum):
    """What became of an application."""

    WAITING = "waiting"  # in whatever step
    INCOMPLETE = "incomplete"  # waits for papers
    TO_SCORE = "to_score"  # waits for a card
    READY = "ready"  # complete and scored where there is a scheme
    QUALIFIED = "qualified"
    RESERVE = "reserve"
    NOT_QUALIFIED = "not_qualified"
    WITHDRAWN = "withdrawn"


WORDS = {
    State.WAITING: _("waiting for a decision"),
    State.INCOMPLETE: _("to be completed"),
    State.TO_SCORE: _("to be scored"),
    State.READY: _("to be decided"),
    State.QUALIFIED: Outcome.QUALIFIED.label,
    State.RESERVE: Outcome.RESERVE.label,
    State.NOT_QUALIFIED: Outcome.NOT_QUALIFIED.label,
    State.WITHDRAWN: _("withdrawn"),
}
TONES = {
    State.READY: "info",
    State.INCOMPLETE: "info",
    State.TO_SCORE: "info",
    State.QUALIFIED: "success",
    State.RESERVE: "warning",
    State.NOT_QUALIFIED: "neutral",
    State.WITHDRAWN: "neutral",
}
UNDECIDED = frozenset({State.INCOMPLETE, State.TO_SCORE, State.READY})
COLUMNS = (
    Column(_("Number"), 10),
    Column(_("Surname and first name"), 28),
    Column(_("Programme"), 40),
    Column(_("What is applied for"), 28),
    Column(_("Received on"), 12),
    Column(_("State"), 18),
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    words: str = ""
    edition: "Edition | None" = None
    state: str = ""


def found(asked: Asked, *, user: "User") -> QuerySet[Application]:
    """What the user may see and asked for, the newest first."""
    shown = Application.objects.visible_to(user)
    if asked.edition:
        shown = shown.filter(edition=asked.edition)
    if asked.words.strip():
        shown = shown.filter(called(asked.words, user=user))
    return in_state(shown, asked.state).order_by(*NEWEST_FIRST)


def in_state(applications: QuerySet[Application], state: str) -> QuerySet[Application]:
    shown = Application.objects.filter(pk__in=applications.values("pk")) if state else applications
    if state == State.WAITING:
        return shown.waiting()  # type: ignore[attr-defined,no-any-return]
    if state == State.INCOMPLETE:
        return shown.waiting().filter(is_complete=False)  # type: ignore[attr-defined,no-any-return]
    if state == State.TO_SCORE:
        return shown.waiting().to_score()  # type: ignore[attr-defined,no-any-return]
    if state == State.READY:
        return shown.waiting().ready()  # type: ignore[attr-defined,no-any-return]
    if state == State.WITHDRAWN:
        return shown.withdrawn()  # type: ignore[attr-defined,no-any-return]
    return shown.with_outcome(Outcome(state)) if state else shown  # type: ignore[attr-defined]


def with_details(applications: QuerySet[Application]) -> QuerySet[Application]:
    in_force = Prefetch("decisions", Decision.objects.in_force(), to_attr="decisions_in_force")
    scored = Card.objects.in_force().filter(application=OuterRef("pk"))
    shown = applications.select_related(
        "person", "edition__programme", "offer__target_group", "round", "draft"
    )
    return shown.annotate(is_scored=Exists(scored)).prefetch_related(in_force)


def page_of(asked: Asked, number: str | None, *, user: "User") -> Page[Application]:
    """The numbers of one page are found first: with the joins of the details the database walks everything."""
    page = Paginator(found(asked, user=user).only("pk"), ON_A_PAGE).get_page(number)
    numbers = [one.pk for one in page.object_list]
    rows = with_details(Application.objects.filter(pk__in=numbers)).order_by(*NEWEST_FIRST)
    name_to(user, rows)
    page.object_list = rows
    return page


def state_of(application: Application) -> State:
    """As `with_details` read it."""
    if application.withdrawn_on:
        return State.WITHDRAWN
    decided: list[Decision] = application.decisions_in_force  # type: ignore[attr-defined]
    return State(decided[0].outcome) if decided else waits_for(application)


def waits_for(application: Application) -> State:
    """The next thing to do with one that nobody decided yet."""
    if not application.is_complete:
        return State.INCOMPLETE
    has_scheme = application.round is not None and application.round.scheme_id is not None
    is_scored: bool = application.is_scored  # type: ignore[attr-defined]
    return State.TO_SCORE if has_scheme and not is_scored else State.READY


@dataclass(frozen=True)
class Row:
    application: Application
    state: str
    tone: str
    is_in_doubt: bool = False  # came from the portal, and nobody has seen a document yet
    tasks: tuple[Task, ...] = ()


def rows(applications: Iterable[Application], *, on: date) -> list[Row]:
    """With what is missing in those that nobody decided yet."""
    applications = list(applications)
    waiting = [one for one in applications if state_of(one) in UNDECIDED]
    lacks = lacks_of(waiting, on=on)
    return [row(one, lacks.get(one.pk)) for one in applications]


def row(application: Application, lacks: Lacks | None = None) -> Row:
    state = state_of(application)
    draft = getattr(application, "draft", None)
    in_doubt = draft is not None and draft.is_in_doubt
    tasks = lacks.tasks if lacks else ()
    return Row(application, str(WORDS[state]), TONES[state], is_in_doubt=in_doubt, tasks=tasks)


def cells(applications: Iterable[Application]) -> Iterator[tuple[Cell, ...]]:
    for one in applications:
        yield (
            one.number,
            str(one.person) if one.is_named else "",
            str(one.edition),
            str(one.offer or ""),
            localdate(one.received_at),
            str(WORDS[state_of(one)]),
        )
