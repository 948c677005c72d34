"""Programmes as the desk speaks of them: in brief on Today, whole in the cockpit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kladka.activities.models import Session
from kladka.core import wording
from kladka.desk.choices import Stretch
from kladka.desk.pages import figures_of
from kladka.finance.models import BudgetLine
from kladka.indicators.choices import MeasureUnit
from kladka.indicators.queries import Row, matrix
from kladka.participation.models import Participation
from kladka.programmes.access import can_read_records, can_see_figures
from kladka.programmes.models import Edition, Stage, Task
from kladka.programmes.rules import Period

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kladka.accounts.models import User

Standing = Mapping[Stretch, int]
IN_BRIEF = 3  # who works in more chooses one of them


@dataclass(frozen=True, slots=True)
class Brief:
    """One edition with the measures that have a number to reach."""

    edition: Edition
    rows: tuple[Row, ...]
    figures: str  # the page of its indicators, for who may open it


def running(user: "User", *, on: date) -> list[Edition]:
    """Editions in which the user works and whose period holds the day; an unknown end goes on."""
    seen = Edition.objects.visible_to(user).running_on(on)
    found = seen.select_related("programme").order_by("-starts", "pk")
    return [one for one in found if can_read_records(user, one)]


def in_brief(user: "User", *, on: date) -> list[Brief]:
    return [
        Brief(
            edition,
            tuple(row for row in matrix(edition, on=on) if row.share is not None),
            figures_of(edition) if can_see_figures(user, edition) else "",
        )
        for edition in running(user, on=on)[:IN_BRIEF]
    ]


@dataclass(frozen=True, slots=True)
class Line:
    """A budget line and what is planned for it, in words; an amount that is not known is a dash."""

    title: str
    planned: str


@dataclass(frozen=True, slots=True)
class Cockpit:
    """One edition as its coordinator looks at it."""

    edition: Edition
    period: Period
    standing: Standing
    held: int  # sessions of which something was written
    findings: tuple[Row, ...]
    tasks: tuple[Task, ...]
    stages: tuple[Stage, ...]
    lines: tuple[Line, ...]


def cockpit(edition: Edition, user: "User", *, on: date) -> Cockpit:
    rows = matrix(edition, on=on)
    return Cockpit(
        edition=edition,
        period=edition.period_on(on),
        standing=standing(edition, user, on=on),
        held=Session.objects.visible_to(user).held().filter(activity__edition=edition).count(),
        findings=tuple(row for row in rows if row.missing and row.unit == MeasureUnit.PERSONS),
        tasks=tuple(Task.objects.filter(edition=edition).select_related("deliverer__organisation")),
        stages=tuple(Stage.objects.filter(edition=edition)),
        lines=tuple(map(planned, lines_in_force(edition, on=on))),
    )


def lines_in_force(edition: Edition, *, on: date) -> "QuerySet[BudgetLine]":
    """Without the lines of money that an amendment brings which is signed later."""
    lines = BudgetLine.objects.filter(edition=edition).exclude(budget__amendment__signed__gt=on)
    return lines.select_related("budget")


def planned(line: BudgetLine) -> Line:
    currency = line.budget.currency if line.budget else "PLN"
    return Line(line.title, "–" if line.total is None else wording.money(line.total, currency))


def people_at(stretch: Stretch, edition: Edition, user: "User", *, on: date) -> "QuerySet[Participation]":
    """The participants whom the user may see, in the order of their names."""
    people = Participation.objects.visible_to(user).participants().filter(edition=edition)
    found = {
        Stretch.TAKING_PART: people.running_on(on),
        Stretch.QUALIFIED: people.qualified(),
        Stretch.LEFT: people.ended_by(on),
    }
    return found[stretch].select_related("person").order_by("person__sort_key", "pk")


def standing(edition: Edition, user: "User", *, on: date) -> Standing:
    return {one: people_at(one, edition, user, on=on).count() for one in Stretch}
