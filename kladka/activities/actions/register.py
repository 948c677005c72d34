"""One tick moves a participation: marks, what they mean for the supports received, and the trail."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from kladka.activities import errors
from kladka.activities.actions.opening import hold, open_again_if_empty, open_register
from kladka.activities.choices import Mark
from kladka.activities.facts import AttendanceRecorded
from kladka.activities.models import Activity, Attendance, Session
from kladka.activities.queries import on_the_list, with_other_sessions
from kladka.activities.rules.marks import Merged, Sent, merge
from kladka.activities.rules.totals import NONE, Total, joined
from kladka.audit.actions import Change, record
from kladka.core.queue import announce
from kladka.participation.actions import restate_supports
from kladka.participation.choices import SourceKind
from kladka.participation.models import Participation
from kladka.participation.rules import Received

if TYPE_CHECKING:
    from kladka.accounts.models import User


@transaction.atomic
def record_attendance(
    *,
    session: Session,
    marks: Mapping[Participation, Mark | Sent],
    by: "User",
    at: datetime,
    reason: str = "",
) -> Merged[int]:
    """Write the register of a session. Saying the same thing twice changes nothing.

    A `Sent` says what its sender had seen, so that two people at once lose nothing: both marks stay in the trail
    and the answer names the conflict. A plain mark is written whatever was there.
    Raises SessionCancelled, BeforeEdition, AfterEdition, RegisterNotYetOpen, RegisterClosed, MonthClosed,
    NotOnTheList, and what `restate_supports` raises for somebody who may not receive a support yet.
    """
    session = open_register(session, at=at, reason=reason)
    people = _listed(session, marks)
    kept = {pk: one.kept for pk, one in people.items()}
    merged = merge({one.pk: _sent(said, kept[one.pk]) for one, said in marks.items()}, kept)
    if merged.changed:
        _write(session, merged)
        _restate(session, merged, people, by=by, at=at)
        changes = [Change(people[pk].number, kept[pk], merged.rows[pk].mark) for pk in merged.changed]
        record("activities.attendance_recorded", on=session, by=by, at=at, reason=reason, changes=changes)
        announce(AttendanceRecorded(session_id=session.pk))
    return merged


def _sent(said: Mark | Sent, kept: str) -> Sent:
    return said if isinstance(said, Sent) else Sent(said, was=kept)


def _listed(session: Session, marks: Iterable[Participation]) -> dict[int, Any]:
    """Those of the list, each with the mark it has. Raises NotOnTheList."""
    wanted = {one.pk: one for one in marks}
    listed = Participation.objects.filter(on_the_list(session), pk__in=wanted)
    found = {one.pk: one for one in with_other_sessions(listed, session)}
    strangers = [str(one.person) for pk, one in wanted.items() if pk not in found]
    if strangers:
        raise errors.NotOnTheList(names=strangers)
    return found


def _write(session: Session, merged: Merged[int]) -> None:
    said = {pk: merged.rows[pk].mark for pk in merged.changed}
    written = [_attendance(session, pk, mark) for pk, mark in said.items() if mark]
    if written:
        Attendance.objects.bulk_create(
            written,
            update_conflicts=True,
            unique_fields=["session", "participation"],
            update_fields=["mark", "minutes"],
        )
    taken_back = [pk for pk, mark in said.items() if not mark]
    if taken_back:
        Attendance.objects.filter(session=session, participation__in=taken_back).delete()
    if written:
        hold(session)
    else:
        open_again_if_empty(session)


def _attendance(session: Session, participation_id: int, mark: str) -> Attendance:
    minutes = session.minutes if mark == Mark.PRESENT else 0
    return Attendance(session=session, participation_id=participation_id, mark=mark, minutes=minutes)


def _restate(
    session: Session, merged: Merged[int], people: Mapping[int, Any], *, by: "User", at: datetime
) -> None:
    """What the activity gave to those who are present now, or were before: one row for each of them."""
    concerned = [pk for pk in merged.changed if Mark.PRESENT in {people[pk].kept, merged.rows[pk].mark}]
    if session.activity.support_id is None or not concerned:
        return
    here = Total(session.day, session.day, session.minutes)
    totals = {
        pk: joined(_elsewhere(people[pk]), here if merged.rows[pk].mark == Mark.PRESENT else NONE)
        for pk in concerned
    }
    restate_supports(
        source_kind=SourceKind.ACTIVITY,
        source_id=session.activity_id,
        rows=[row for pk, total in totals.items() if (row := _received(session.activity, pk, total))],
        of=concerned,
        by=by,
        at=at,
    )


def _elsewhere(person: Any) -> Total:
    return Total(person.other_first, person.other_last, person.other_minutes)


def _received(activity: Activity, participation_id: int, total: Total) -> Received | None:
    if activity.support_id is None or total.first_on is None or total.last_on is None:
        return None
    return Received(
        participation_id=participation_id,
        support_id=activity.support_id,
        first_on=total.first_on,
        last_on=total.last_on,
        minutes=total.minutes,
    )
