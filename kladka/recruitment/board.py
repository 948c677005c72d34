"""A round at a glance: what waits, who stands where, and the balance of women and men."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from kladka.people.choices import Sex
from kladka.recruitment import explaining
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application, Round
from kladka.recruitment.naming import name_to
from kladka.recruitment.queries.ranking import Ranked, Standing, ranked

if TYPE_CHECKING:
    from kladka.accounts.models import User

WAITS = {"complete": _("to be completed"), "score": _("to be scored"), "": _("scored")}
LISTS = {
    Outcome.QUALIFIED: _("a place"),
    Outcome.RESERVE: _("reserve"),
    Outcome.NOT_QUALIFIED: _("no place"),
}
TONES = {Outcome.QUALIFIED: "success", Outcome.RESERVE: "warning", Outcome.NOT_QUALIFIED: "neutral"}
LAST = 10**9  # after everybody who has a position


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the ranking as it stands now. Of a hidden one only the number is shown."""

    application: Application
    position: int | None
    points: Decimal | None
    waits: str
    place: str
    tone: str
    because: str
    is_hidden: bool
    sort: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Balance:
    women: int
    men: int


@dataclass(frozen=True, kw_only=True)
class Board:
    ranked: Ranked
    rows: list[Row]
    to_complete: int
    to_score: int
    applied: Balance
    with_place: Balance
    undecided: list[str]


def board_of(round: Round, *, user: "User", sort: str = "", waits: str | None = None) -> Board:  # noqa: A002 - the field's own word
    """All who applied, or those who wait for something; sorted as asked, by place unless told otherwise."""
    found = ranked(round)
    name_to(user, [one.application for one in found.standings.values()])
    hidden = set(
        Application.objects.filter(round=round, conflicts__member__user=user).values_list("pk", flat=True)
    )
    places, reasons = explaining.outcomes(found), explaining.reasons(found)
    rows = [
        _row(found, one, places[number], reasons[number], is_hidden=one.application.pk in hidden)
        for number, one in found.standings.items()
        if waits is None or one.waits == waits
    ]
    main = [found.standings[number] for number in found.lists.main]
    return Board(
        ranked=found,
        rows=_sorted(rows, sort),
        to_complete=len(found.waiting("complete")),
        to_score=len(found.waiting("score")),
        applied=_balance(list(found.standings.values())),
        with_place=_balance(main),
        undecided=[", ".join(numbers) for numbers in found.lists.undecided],
    )


def rounds_for(user: "User") -> QuerySet[Round]:
    """Rounds that the user sees, the latest first, each with how many applied and how many wait for a decision."""
    there = Application.objects.filter(round=OuterRef("pk"), withdrawn_on=None)
    shown = Round.objects.visible_to(user).select_related("edition__programme")
    counted = {"applied": _how_many(there), "waiting": _how_many(there.waiting())}
    return shown.annotate(**counted).order_by("-opens", "-pk")


def _how_many(applications: QuerySet[Application]) -> Coalesce:
    counted = applications.order_by().values("round").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def _row(found: Ranked, one: Standing, outcome: Outcome, because: str, *, is_hidden: bool) -> Row:
    position = found.lists.position.get(one.candidate.number)
    application, points = one.application, one.result.total if one.result else None
    return Row(
        application=application,
        position=position,
        points=points,
        waits=str(WAITS[one.waits]),
        place=str(LISTS[outcome]),
        tone=TONES[outcome],
        because=because,
        is_hidden=is_hidden,
        sort={
            "place": position or LAST,
            "points": -(points or 0),
            "received": application.received_at,
            "name": application.person.sort_key if application.is_named else application.number,
        },
    )


def _sorted(rows: list[Row], sort: str) -> list[Row]:
    name = sort.removeprefix("-")

    def key(row: Row) -> tuple[Any, datetime]:
        return row.sort.get(name, row.sort["place"]), row.application.received_at

    return sorted(rows, key=key, reverse=sort.startswith("-"))


def _balance(standings: list[Standing]) -> Balance:
    women = sum(one.application.person.sex == Sex.WOMAN for one in standings)
    return Balance(women=women, men=len(standings) - women)
