from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kladka.activities import errors
from kladka.activities.actions import (
    Details,
    add_activity,
    add_member,
    cancel_session,
    expect,
    move_session,
    plan_series,
    plan_session,
)
from kladka.activities.choices import ActivityKind, GroupKind, SessionState
from kladka.activities.models import Occupation, Session, SessionStaff, WeeklyFrame
from kladka.activities.queries import expected_elsewhere, frames_of, overlaps_of, public_holidays, register_of
from kladka.activities.rules.series import Frame, Series, Term, expand
from kladka.activities.tests.builders import (
    TEN,
    TWO_HOURS,
    a_group,
    a_room,
    a_session,
    an_activity,
    an_event,
)
from kladka.audit.models import Entry
from kladka.participation.tests.builders import a_participation
from kladka.people.tests.builders import a_person
from kladka.programmes.errors import MonthClosed
from kladka.programmes.models import ClosedMonth
from kladka.programmes.tests.builders import a_support, a_task, a_user, an_edition, an_offer

pytestmark = pytest.mark.django_db
WARSAW = ZoneInfo("Europe/Warsaw")
BEFORE = TEN - timedelta(days=30)
TERM = Term(TEN, TEN + TWO_HOURS)


def planned(**given: Any) -> Session:
    wanted = {
        "activity": given.pop("activity", None) or an_activity(),
        "term": TERM,
        "by": a_user(),
        "at": BEFORE,
    }
    return plan_session(**{**wanted, **given})


def tuesdays(weeks: int) -> Series:
    first = date(2026, 3, 3)
    last = first + timedelta(weeks=weeks - 1)
    frames = [Frame(2, time(10), time(12))]
    return expand(frames, first_day=first, last_day=last, holidays={date(2026, 3, 10)}, zone=WARSAW)


def test_a_group_meets_for_the_support_of_its_offer() -> None:
    edition = an_edition()
    task = a_task(edition)
    support = a_support(edition, task=task)
    group = a_group(edition, offer=an_offer(edition, support=support))

    activity = add_activity(edition=edition, group=group, by=a_user(), at=BEFORE)

    assert (activity.kind, activity.support, activity.task, activity.offer) == (
        ActivityKind.GROUP,
        support,
        task,
        group.offer,
    )
    assert (activity.is_open, activity.is_public, str(activity)) == (False, False, "Grupa A")


def test_clubs_and_events_are_open_and_public() -> None:
    edition, by = an_edition(), a_user()

    club = add_activity(edition=edition, group=a_group(edition, kind=GroupKind.CLUB), by=by, at=BEFORE)
    event = add_activity(edition=edition, event=an_event(edition), by=by, at=BEFORE)
    inner = add_activity(edition=edition, event=an_event(edition), is_public=False, by=by, at=BEFORE)

    assert [(one.is_open, one.is_public) for one in (club, event, inner)] == [
        (True, True),
        (True, True),
        (True, False),
    ]


def test_two_consultations_of_one_title_are_refused() -> None:
    edition, by = an_edition(), a_user()
    add_activity(edition=edition, title="Psycholog", by=by, at=BEFORE)

    with pytest.raises(errors.TitleTaken):
        add_activity(edition=edition, title=" Psycholog ", by=by, at=BEFORE)


def test_a_planned_session_has_its_room_its_worker_and_an_entry_in_the_trail() -> None:
    room, worker = a_room(), a_user()

    session = planned(details=Details(room=room, staff=[worker], title=" Piknik ", places=12))

    assert (session.venue, session.room, session.title, session.places) == (room.venue, room, "Piknik", 12)
    assert (session.state, session.first_planned_for) == (SessionState.PLANNED, TEN)
    assert list(SessionStaff.objects.values_list("worker", flat=True)) == [worker.pk]
    taken = [(one.what, one.refuses_others) for one in Occupation.objects.all()]
    assert taken == [(room, True), (worker, True)]
    assert Entry.objects.filter(verb="activities.session_planned").count() == 1


def test_a_plan_over_another_in_an_exclusive_room_is_refused_by_its_name() -> None:
    room = a_room()
    planned(activity=an_activity(title="Trening"), details=Details(room=room))

    with pytest.raises(errors.RoomTaken, match=r"“Trening”, 3 March 2026, 10\.00"):
        planned(term=Term(TEN + timedelta(hours=1), TEN + TWO_HOURS), details=Details(room=room))

    assert Session.objects.count() == 1


def test_a_shared_room_and_the_next_hour_take_another_plan() -> None:
    shared, alone = a_room(is_exclusive=False), a_room()
    planned(details=Details(room=shared))
    planned(details=Details(room=alone))

    planned(details=Details(room=shared))
    planned(term=Term(TEN + TWO_HOURS, TEN + 2 * TWO_HOURS), details=Details(room=alone))

    assert Session.objects.count() == 4


def test_a_worker_cannot_be_planned_twice_at_one_time() -> None:
    worker = a_user()
    planned(activity=an_activity(title="Trening"), details=Details(staff=[worker]))

    with pytest.raises(errors.WorkerTaken, match="Trening"):
        planned(details=Details(staff=[worker]))


def test_what_was_held_is_entered_over_a_plan_and_flagged() -> None:
    room, worker = a_room(), a_user()
    first = planned(details=Details(room=room, staff=[worker]))

    later = planned(details=Details(room=room, staff=[worker]), at=TEN + TWO_HOURS)

    assert [(one.what, one.other, one.needs_decision) for one in overlaps_of(later)] == [
        (str(room), str(first), False),
        (worker.name, str(first), True),
    ]
    assert overlaps_of(planned(details=Details(room=a_room()))) == []


@pytest.mark.parametrize(
    ("term", "refusal"),
    [
        (Term(TEN, TEN), errors.EndsBeforeItStarts),
        (Term(TEN, TEN + timedelta(hours=25)), errors.TooLong),
        (Term(TEN - timedelta(days=90), TEN - timedelta(days=90) + TWO_HOURS), errors.BeforeEdition),
        (Term(TEN + timedelta(days=900), TEN + timedelta(days=900) + TWO_HOURS), errors.AfterEdition),
    ],
)
def test_a_session_of_impossible_days_or_hours_is_refused(term: Term, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        planned(term=term)

    assert not Session.objects.exists()


def test_nothing_is_planned_in_a_closed_month() -> None:
    activity, clerk = an_activity(), a_user()
    closing = {"closed_by": clerk, "closed_at": TEN, "month": date(2026, 3, 1)}
    ClosedMonth.objects.create(edition=activity.edition, **closing)

    with pytest.raises(MonthClosed, match="March 2026"):
        planned(activity=activity)


def test_a_series_skips_holidays_and_what_is_planned_already() -> None:
    activity, by = an_activity(), a_user()
    plan_series(activity=activity, found=tuesdays(1), by=by, at=BEFORE)

    result = plan_series(activity=activity, found=tuesdays(4), by=by, at=BEFORE)

    assert [one.day for one in result.sessions] == [date(2026, 3, 17), date(2026, 3, 24)]
    assert (result.skipped, result.already) == ((date(2026, 3, 10),), (TEN,))


def test_a_series_that_meets_a_plan_is_refused_whole() -> None:
    room = a_room()
    planned(term=Term(TEN + timedelta(days=14), TEN + timedelta(days=15)), details=Details(room=room))

    with pytest.raises(errors.RoomTaken):
        plan_series(
            activity=an_activity(), found=tuesdays(4), details=Details(room=room), by=a_user(), at=BEFORE
        )

    assert Session.objects.count() == 1


def test_a_long_series_needs_no_more_statements_than_a_short_one() -> None:
    counted = []
    for weeks in (1, 12):
        details, activity, by = Details(room=a_room(), staff=[a_user()]), an_activity(), a_user()
        with CaptureQueriesContext(connection) as queries:
            plan_series(activity=activity, found=tuesdays(weeks), details=details, by=by, at=BEFORE)
        counted.append(len(queries))

    assert counted[0] == counted[1]


def test_the_frames_of_a_group_hold_in_their_part_of_the_year() -> None:
    group = a_group()
    hours = {"weekday": 2, "starts_at": time(10), "ends_at": time(12)}
    partial = {"valid_from": date(2026, 3, 1), "valid_to": date(2026, 4, 1), "valid_to_precision": "month"}
    WeeklyFrame.objects.create(edition=group.edition, group=group, key="spring", **hours, **partial)

    found = expand(
        frames_of(group), first_day=date(2026, 2, 20), last_day=date(2026, 5, 31), holidays=(), zone=WARSAW
    )

    assert (found.terms[0].starts_at.date(), found.terms[-1].starts_at.date()) == (
        date(2026, 3, 3),
        date(2026, 4, 28),
    )


def test_holidays_are_those_of_the_country() -> None:
    assert public_holidays(date(2026, 5, 1), date(2026, 5, 31)) == {
        date(2026, 5, 1),
        date(2026, 5, 3),
        date(2026, 5, 24),
    }


def test_a_moved_session_keeps_its_first_term_and_frees_its_room() -> None:
    room, by = a_room(), a_user()
    session = planned(details=Details(room=room, staff=[by]))
    later = Term(TEN + timedelta(days=1), TEN + timedelta(days=1) + TWO_HOURS)

    moved = move_session(session=session, term=later, reason="Chora trenerka", by=by, at=BEFORE)
    move_session(session=session, term=later, by=by, at=BEFORE)

    assert (moved.starts_at, moved.first_planned_for, moved.is_moved) == (later.starts_at, TEN, True)
    planned(details=Details(room=room, staff=[by]))
    entry = Entry.objects.get(verb="activities.session_moved")
    assert (entry.reason, [change[0] for change in entry.changes]) == (
        "Chora trenerka",
        ["starts_at", "ends_at"],
    )


def test_a_session_can_move_into_another_room() -> None:
    session, room = planned(details=Details(room=a_room())), a_room()

    moved = move_session(session=session, term=TERM, room=room, by=a_user(), at=BEFORE)

    assert (moved.room, moved.venue) == (room, room.venue)
    assert list(Occupation.objects.values_list("room", flat=True)) == [room.pk]


def test_a_cancelled_session_frees_what_it_occupied_and_says_why() -> None:
    room, by = a_room(), a_user()
    session = planned(details=Details(room=room))

    with pytest.raises(errors.ReasonMissing):
        cancel_session(session=session, reason="  ", by=by, at=BEFORE)
    cancel_session(session=session, reason="Awaria", by=by, at=BEFORE)
    cancel_session(session=session, reason="Awaria", by=by, at=BEFORE)

    assert Session.objects.get().is_cancelled
    assert not Occupation.objects.exists()
    assert Entry.objects.get(verb="activities.session_cancelled").reason == "Awaria"


def test_what_was_held_is_neither_moved_nor_cancelled() -> None:
    held, by = a_session(state=SessionState.HELD), a_user()

    with pytest.raises(errors.SessionHeld):
        move_session(session=held, term=TERM, by=by, at=BEFORE)
    with pytest.raises(errors.SessionHeld):
        cancel_session(session=held, reason="Awaria", by=by, at=BEFORE)


def test_a_cancelled_session_is_not_moved() -> None:
    with pytest.raises(errors.SessionCancelled):
        move_session(session=a_session(state=SessionState.CANCELLED), term=TERM, by=a_user(), at=BEFORE)


def test_moments_are_said_as_the_wall_shows_them() -> None:
    refusal = errors.RegisterNotYetOpen(opens_at=datetime(2026, 7, 1, 8, tzinfo=ZoneInfo("UTC")))

    assert "1 July 2026, 10.00" in str(refusal)


def test_an_individual_meeting_occupies_the_person_and_warns_elsewhere() -> None:
    edition, by = an_edition(), a_user()
    advice = add_activity(edition=edition, title="Psycholog", by=by, at=BEFORE)
    group = a_group(edition)
    ana = a_participation(person=a_person("Agrestowa"), edition=edition)
    add_member(group=group, participation=ana, from_day=date(2026, 2, 5), by=by, at=BEFORE)
    workshop, meeting = planned(activity=an_activity(group)), planned(activity=advice)
    club = planned(activity=an_activity(a_group(edition, kind=GroupKind.CLUB), is_open=True))

    expect(session=meeting, participation=ana, by=by, at=BEFORE)

    warned = [
        [(one.what, one.other) for one in expected_elsewhere(session, register_of(session))]
        for session in (workshop, meeting, club)
    ]
    assert warned == [[("Agrestowa Anna", "Psycholog")], [("Agrestowa Anna", "Grupa A")], []]
    move_session(session=meeting, term=Term(TEN + TWO_HOURS, TEN + 2 * TWO_HOURS), by=by, at=BEFORE)
    assert expected_elsewhere(workshop, register_of(workshop)) == []
