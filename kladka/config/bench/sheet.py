"""Saving the sheet of a session with twenty people who have taken part for a while: the action with all that it moves.

The floor writes the same twenty marks alone, in one statement and one transaction.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import cycle

from django.db import transaction

from kladka.accounts.actions import system_user
from kladka.accounts.models import User
from kladka.activities.actions import record_attendance
from kladka.activities.choices import ActivityKind, GroupKind, Mark
from kladka.activities.models import Activity, Attendance, Group, GroupMembership, Session
from kladka.config.bench.records import STARTS, an_edition_of_many
from kladka.config.bench.rows import Limit, Row, timed
from kladka.participation.models import Agreement, EntryDeclaration, Participation
from kladka.programmes.models import Edition, Offer, Support

PEOPLE = 20
BEGUN_AT = datetime(2026, 6, 15, 8, tzinfo=UTC)  # everybody of the bench has come before
OF_NOBODY = 1_000_000  # the numbers below it are sources of supports that the bench has written already
AT_THE_DOOR = Limit(seconds=0.025)


def measure() -> Iterator[Row]:
    session, people = a_session(an_edition_of_many())
    save = partial(save_next, session, people, cycle((Mark.PRESENT, Mark.ABSENT)), system_user())
    write = partial(write_next, session, people, cycle((Mark.PRESENT, Mark.ABSENT)))
    yield Row("sheet: save", f"{PEOPLE} people", timed(save), timed(write), AT_THE_DOOR)


def a_session(edition: Edition) -> tuple[Session, list[Participation]]:
    support = Support.objects.filter(edition=edition).order_by("position")[0]
    offer = Offer.objects.create(edition=edition, key="sheet", title="Sheet", support=support)
    group = Group.objects.create(
        edition=edition, key="sheet", kind=GroupKind.GROUP, title="Sheet", offer=offer
    )
    activity = Activity.objects.create(
        pk=OF_NOBODY, edition=edition, kind=ActivityKind.GROUP, group=group, offer=offer, support=support
    )
    session = Session.objects.create(
        activity=activity,
        starts_at=BEGUN_AT,
        ends_at=BEGUN_AT + timedelta(hours=2),
        first_planned_for=BEGUN_AT,
    )
    people = list(Participation.objects.filter(edition=edition, left_on=None).order_by("pk")[:PEOPLE])
    give_papers(people)
    GroupMembership.objects.bulk_create(
        GroupMembership(group=group, participation=one, from_day=STARTS) for one in people
    )
    return session, people


def give_papers(people: Sequence[Participation]) -> None:
    """Without an agreement and a declaration nobody may receive a support."""
    Agreement.objects.bulk_create(
        Agreement(participation=one, number=one.number, signed_on=STARTS) for one in people
    )
    EntryDeclaration.objects.bulk_create(
        EntryDeclaration(
            participation=one,
            declared_on=STARTS,
            recorded_at=BEGUN_AT,
            education="isced_3",
            labour_status="unemployed",
            labour_detail="long_term",
        )
        for one in people
    )


def save_next(session: Session, people: Sequence[Participation], marks: Iterator[Mark], by: User) -> None:
    record_attendance(session=session, marks=dict.fromkeys(people, next(marks)), by=by, at=BEGUN_AT)


@transaction.atomic
def write_next(session: Session, people: Sequence[Participation], marks: Iterator[Mark]) -> None:
    mark = next(marks)
    minutes = session.minutes if mark == Mark.PRESENT else 0
    Attendance.objects.bulk_create(
        [Attendance(session=session, participation=one, mark=mark, minutes=minutes) for one in people],
        update_conflicts=True,
        unique_fields=["session", "participation"],
        update_fields=["mark", "minutes"],
    )
