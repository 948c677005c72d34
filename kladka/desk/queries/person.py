"""A person's file: what the modules below know of somebody, as far as the reader may see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from kladka.activities.choices import Mark
from kladka.activities.models import Attendance
from kladka.indicators.queries import Counting, counting
from kladka.participation.models import Participation
from kladka.participation.queries import Card, Paper, cards, papers_of
from kladka.people.models import Person
from kladka.people.queries import card
from kladka.programmes.access import can_lead_pathways, can_read_sensitive
from kladka.programmes.models import TeamMember

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kladka.accounts.models import User
    from kladka.programmes.access import Roles

LAST = 10
SIGNS = {Mark.PRESENT: "o", Mark.ABSENT: "x", Mark.EXCUSED: "e"}


@dataclass(frozen=True, slots=True)
class Way:
    """One participation with what the reader may do about it."""

    card: Card
    may_lead: bool
    may_read: bool
    goal: str = ""

    @property
    def key(self) -> str:
        return str(self.card.participation.pk)

    @property
    def papers(self) -> list[Paper]:
        return papers_of(self.card)


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


@dataclass(frozen=True, slots=True)
class Counted:
    """One participation with the indicators for which it counts, and those for which it would."""

    participation: Participation
    counts: tuple[Counting, ...]
    would: tuple[Counting, ...]

    @property
    def tells_sensitive(self) -> bool:
        return any(one.is_sensitive for one in (*self.counts, *self.would))


def roles_at(person: Person, user: "User", *, on: date) -> frozenset[str]:
    """The user's roles of the day in whole editions in which the person takes part. One question."""
    reached = Q(edition=None) | Q(edition__in=person.involvements.values("edition"))
    mine = TeamMember.objects.of(user, on=on).filter(reached, task=None, offer=None)
    return frozenset(mine.values_list("role", flat=True))


def participations_as(
    roles: "Roles", person: Person, user: "User", *, on: date
) -> "QuerySet[Participation, Participation]":
    """Those of the editions in whose whole the user has one of these roles on the day."""
    mine = TeamMember.objects.of(user, on=on).filter(role__in=roles, task=None, offer=None)
    here = mine.filter(Q(edition=None) | Q(edition=OuterRef("edition")))
    return Participation.objects.visible_to(user).filter(Exists(here), person=person)


def ways(found: "QuerySet[Participation]", user: "User", *, on: date) -> Iterator[Way]:
    for one in cards(found, on=on):
        edition = one.participation.edition
        yield Way(one, can_lead_pathways(user, edition), can_read_sensitive(user, edition))


def file_of(person: Person, user: "User", *, on: date) -> File:
    mine = Participation.objects.visible_to(user).filter(person=person)
    return File(
        person=card(person, user=user),
        ways=tuple(ways(mine, user, on=on)),
        marks=tuple(marks_of(person, user)[:LAST]),
    )


def counted(found: "QuerySet[Participation]", user: "User", *, on: date) -> Iterator[Counted]:
    """Sensitive traits only where the reader may see them."""
    for one in found.select_related("person", "edition__programme").order_by("-opened_on", "-pk"):
        every = counting(one, on=on, with_sensitive=can_read_sensitive(user, one.edition))
        yield Counted(
            one,
            tuple(row for row in every if row.is_counted),
            tuple(row for row in every if not row.is_counted),
        )


def marks_of(person: Person, user: "User") -> "QuerySet[Attendance]":
    """Every mark of the person that the reader may see, the newest first."""
    mine = Participation.objects.visible_to(user).filter(person=person)
    found = Attendance.objects.filter(participation__in=mine)
    related = ("session__activity__group__offer", "session__activity__event", "session__activity__support")
    return found.select_related(*related).order_by("-session__starts_at", "-pk")
