"""Who may add and change people; who may see them is the door's matter (`models/involvement.py`)."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404

from kladka.people.models import Person
from kladka.people.models.involvement import Reach
from kladka.programmes.access import LEADING, roles_of
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kladka.accounts.models import User

WRITERS = (
    TeamRole.COORDINATOR,
    TeamRole.SOCIAL_WORKER,
    TeamRole.ORGANISER,
    TeamRole.PARTNER,
    TeamRole.COMMISSIONED,
)

# Administrators keep no people, but only they see two programmes at once.
MERGERS = (TeamRole.COORDINATOR, TeamRole.ADMINISTRATOR)


def editions_to_write_in(user: "User", *, on: date) -> "QuerySet[Edition]":
    """Where the user may write people down on a day, whole editions and those narrowed to a task alike."""
    roles = roles_of(user, on=on, among=WRITERS)
    if any(one.edition_id is None for one in roles):
        return Edition.objects.all()
    return Edition.objects.filter(pk__in={one.edition_id for one in roles if one.edition_id})


def person_seen_by(user: "User", public_id: UUID) -> Person:
    """404 for "not there" and "not yours" alike; a record that was merged is found under its old address."""
    person = Person.objects.visible_to(user).known_as(public_id)
    if person is None:
        raise Http404
    return person


def can_register(user: "User", *, on: date) -> bool:
    return editions_to_write_in(user, on=on).exists()


def can_change(user: "User", person: Person, *, on: date) -> bool:
    """Whether a writing role of this day covers something in which the person takes part."""
    reach = Reach.of(user, on=on, among=WRITERS)
    return reach.is_everything or person.involvements.filter(reach.condition).exists()


def can_merge(user: "User", one: Person, other: Person, *, on: date) -> bool:
    """A coordinator of programmes in which both take part, or an administrator."""
    reach = Reach.of(user, on=on, among=MERGERS)
    return reach.is_everything or all(
        person.involvements.filter(reach.condition).exists() for person in (one, other)
    )


def may_merge_somewhere(user: "User", *, on: date) -> bool:
    return bool(roles_of(user, on=on, among=MERGERS))


def can_export(user: "User", person: Person, *, on: date) -> bool:
    """Everything about somebody: a coordinator of every programme that the copy speaks of."""
    reach = Reach.of(user, on=on, among=LEADING)
    return reach.is_everything or not person.involvements.exclude(reach.condition).exists()
