"""What else is at the time of a session."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from kladka.activities.choices import UseKind
from kladka.activities.models import GroupMembership, Occupation, Session
from kladka.activities.queries.register import Line
from kladka.activities.rules.overlaps import Verdict, judge


@dataclass(frozen=True, slots=True)
class Overlap:
    """Something else at the same time. The hours of a worker need a decision before they are charged."""

    what: str
    other: str
    needs_decision: bool


def overlaps_of(session: Session) -> list[Overlap]:
    """What else its exclusive room or its workers were taken by, for the warning on a session that was held."""
    mine = Occupation.objects.of(UseKind.SESSION, session.pk).select_related("room__venue", "worker")
    return [
        Overlap(str(use.what), name_of(other), decides(use))
        for use in mine
        for other in Occupation.objects.beside(use)
    ]


def decides(use: Occupation) -> bool:
    exclusive = use.room is None or use.room.is_exclusive
    return judge(use.resource, held=not use.refuses_others, exclusive=exclusive) == Verdict.DECIDE


def name_of(occupation: Occupation) -> str:
    """What occupies, in words."""
    if occupation.source_kind == UseKind.SESSION:
        sessions = Session.objects.select_related("activity__group__offer", "activity__event")
        return str(sessions.get(pk=occupation.source_id))
    return str(occupation.get_source_kind_display())


def expected_elsewhere(session: Session, lines: Iterable[Line]) -> list[Overlap]:
    """Who of the list is expected at the same time somewhere else: a warning, for a plan as for what was held.

    Open clubs and events expect nobody. Two queries, whatever the number of people.
    """
    people = {line.participation.person_id: str(line.participation.person) for line in lines}
    during = DateTimeTZRange(session.starts_at, session.ends_at)
    same_time = Session.objects.taking_place().filter(
        starts_at__lt=session.ends_at, ends_at__gt=session.starts_at
    )
    others = same_time.filter(activity__is_open=False).exclude(pk=session.pk)
    members = GroupMembership.objects.on(session.day).filter(
        participation__person__in=people, group__activities__sessions__in=others
    )
    seen = set(members.values_list("participation__person", "group__title").distinct())
    alone = Occupation.objects.filter(person__in=people, during__overlap=during)
    mine = {"source_kind": UseKind.SESSION, "source_id": session.pk}
    found = [Overlap(people[person], title, needs_decision=False) for person, title in sorted(seen)]
    return found + [
        Overlap(people[one.person_id or 0], name_of(one), needs_decision=False)
        for one in alone.exclude(**mine)
    ]
