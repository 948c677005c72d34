"""One search over persons, sessions and programmes, inside what the reader may see."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from kladka.activities.models import Session
from kladka.people.models import Person
from kladka.programmes.access import reads_records
from kladka.programmes.models import Programme

if TYPE_CHECKING:
    from kladka.accounts.models import User

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Found:
    people: list[Person]
    sessions: list[Session]
    programmes: list[Programme]

    @property
    def is_empty(self) -> bool:
        return not (self.people or self.sessions or self.programmes)


def search(words: str, user: "User") -> Found:
    """Nothing is asked of the database while nothing is looked for."""
    words = words.replace("\0", "").strip()
    if not words or not reads_records(user):
        return Found([], [], [])
    titled = (
        Q(title__icontains=words)
        | Q(activity__title__icontains=words)
        | Q(activity__group__title__icontains=words)
        | Q(activity__event__title__icontains=words)
    )
    sessions = Session.objects.visible_to(user).filter(titled).order_by("-starts_at", "-pk")
    return Found(
        people=list(Person.objects.visible_to(user).matching(words).in_order()[:SHOWN]),
        sessions=list(sessions.select_related("activity__group__offer", "activity__event")[:SHOWN]),
        programmes=list(Programme.objects.visible_to(user).filter(title__icontains=words)[:SHOWN]),
    )
