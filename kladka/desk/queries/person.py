"""A person's file: what the modules below know of somebody, as far as the reader may see it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kladka.activities.choices import Mark
from kladka.activities.models import Attendance
from kladka.participation.models import Participation
from kladka.participation.queries import Card, cards
from kladka.people.models import Person
from kladka.people.queries import card
from kladka.programmes.access import CASE_WORK, CHECKING, can_lead_pathways, works_as

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kladka.accounts.models import User

LAST = 10
SIGNS = {Mark.PRESENT: "o", Mark.ABSENT: "x", Mark.EXCUSED: "e"}


@dataclass(frozen=True, slots=True)
class Way:
    """One participation with what the reader may do about it."""

    card: Card
    may_lead: bool


@dataclass(frozen=True, slots=True)
class File:
    person: Person
    ways: tuple[Way, ...]
    marks: tuple[Attendance, ...]

    @property
    def signs(self) -> str:
        """The last sessions from left to right, the newest at the right end."""
        return "".join(SIGNS[Mark(one.mark)] for one in reversed(self.marks))

    @property
    def attended(self) -> str:
        present = sum(one.mark == Mark.PRESENT for one in self.marks)
        return _("%(present)s of %(all)s") % {"present": present, "all": len(self.marks)}


def file_of(person: Person, user: "User", *, on: date) -> File:
    mine = Participation.objects.visible_to(user).filter(person=person)
    return File(
        person=card(person, user=user),
        ways=tuple(
            Way(one, can_lead_pathways(user, one.participation.edition)) for one in cards(mine, on=on)
        ),
        marks=tuple(marks_of(person, user)[:LAST]),
    )


def marks_of(person: Person, user: "User") -> "QuerySet[Attendance]":
    """Every mark of the person that the reader may see, the newest first."""
    mine = Participation.objects.visible_to(user).filter(person=person)
    found = Attendance.objects.filter(participation__in=mine)
    related = ("session__activity__group__offer", "session__activity__event", "session__activity__support")
    return found.select_related(*related).order_by("-session__starts_at", "-pk")


def may_read_history(person: Person, user: "User") -> bool:
    """Who leads the person's way in some programme, or checks it."""
    editions = (one.edition for one in person.involvements.select_related("edition"))
    return any(works_as(user, CASE_WORK | CHECKING, edition=edition) for edition in editions)
