from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kladka.accounts.models import User
from kladka.activities import errors
from kladka.activities.actions import add_member, cancel_session, close_register, expect, record_attendance
from kladka.activities.choices import Mark
from kladka.activities.models import Attendance, Session
from kladka.activities.queries import register_of
from kladka.activities.rules.marks import Merged, Row, Sent
from kladka.activities.tests.builders import TEN, TWO_HOURS, a_group, a_session, an_activity
from kladka.audit.models import Entry
from kladka.participation.errors import LeftBeforeSupport, NotYetQualified
from kladka.participation.models import EntrySnapshot, Participation, SupportReceived
from kladka.participation.tests.builders import a_declared_participation, a_participation
from kladka.people.tests.builders import a_person
from kladka.programmes.errors import MonthClosed
from kladka.programmes.models import Amendment, ClosedMonth, Edition
from kladka.programmes.tests.builders import a_support, a_user, an_edition, an_offer

pytestmark = pytest.mark.django_db
AFTER = TEN + TWO_HOURS
DAY = date(2026, 3, 3)
WEEK = timedelta(weeks=1)
YEAR_LATER = TEN + timedelta(days=365)
PRESENT, ABSENT, EXCUSED = Mark.PRESENT, Mark.ABSENT, Mark.EXCUSED


def a_meeting(people: int = 1) -> tuple[Session, list[Participation], User]:
    """A session of a group that counts for a support, its members with all papers, and who records."""
    edition, clerk = an_edition(), a_user()
    group = a_group(edition, offer=an_offer(edition, support=a_support(edition)))
    activity = an_activity(group, support=group.offer.support)
    members = [a_member(group) for _ in range(people)]
    return a_session(activity), members, clerk


def a_member(group: Any, **given: Any) -> Participation:
    one = a_declared_participation(person=a_person(), edition=group.edition, **given)
    add_member(group=group, participation=one, from_day=date(2026, 2, 5), by=a_user(), at=TEN)
    return one


def another(session: Session, **given: Any) -> Session:
    return a_session(session.activity, **given)


def say(session: Session, marks: Mapping[Participation, Mark | Sent], by: User, **given: Any) -> Merged[int]:
    return record_attendance(session=session, marks=marks, by=by, at=given.pop("at", YEAR_LATER), **given)


def saved() -> list[tuple[int, str, int]]:
    return list(Attendance.objects.order_by("participation").values_list("participation", "mark", "minutes"))


def received(one: Participation) -> tuple[date | None, list[tuple[date, date, int]]]:
    """When somebody started, and what the record says of the supports."""
    one.refresh_from_db()
    rows = SupportReceived.objects.filter(participation=one).values_list("first_on", "last_on", "minutes")
    return one.started_on, list(rows)


def test_record_attendance_twice_keeps_the_last_mark_of_each_person() -> None:
    session, (ana,), clerk = a_meeting()

    say(session, {ana: ABSENT}, clerk)
    say(session, {ana: PRESENT}, clerk)

    assert saved() == [(ana.pk, "present", 120)]


def test_one_tick_starts_a_participation_and_counts_its_hours() -> None:
    session, (ana, jan), clerk = a_meeting(people=2)

    say(session, {ana: PRESENT, jan: ABSENT}, clerk)

    assert received(ana) == (DAY, [(DAY, DAY, 120)])
    assert received(jan) == (None, [])
    assert Session.objects.get().is_held
    assert EntrySnapshot.objects.get().started_on == DAY


def test_a_tick_taken_back_takes_the_start_and_the_hours_back() -> None:
    session, (ana,), clerk = a_meeting()
    say(session, {ana: PRESENT}, clerk)

    say(session, {ana: Sent("", was="present")}, clerk)

    assert received(ana) == (None, [])
    assert saved() == []
    assert EntrySnapshot.objects.filter(participation=ana).count() == 1


def test_a_session_of_which_everything_is_taken_back_waits_for_its_register_again() -> None:
    session, (ana, jan), clerk = a_meeting(people=2)
    states = []

    for marks in ({ana: PRESENT, jan: ABSENT}, {ana: Sent("", was="present")}, {jan: Sent("", was="absent")}):
        say(session, marks, clerk)
        states.append(Session.objects.get().state)

    assert states == ["held", "held", "planned"]
    assert Session.objects.waiting_for_register(at=YEAR_LATER).count() == 1


def test_an_earlier_session_entered_late_moves_the_start() -> None:
    session, (ana,), clerk = a_meeting()
    say(session, {ana: PRESENT}, clerk)

    say(another(session, starts_at=TEN - WEEK), {ana: PRESENT}, clerk)
    say(another(session, starts_at=TEN + WEEK), {ana: PRESENT}, clerk)

    assert received(ana) == (date(2026, 2, 24), [(date(2026, 2, 24), date(2026, 3, 10), 360)])


def test_saying_the_same_twice_changes_nothing() -> None:
    session, (ana,), clerk = a_meeting()
    say(session, {ana: PRESENT}, clerk)
    before = Entry.objects.count(), received(ana)

    answer = say(session, {ana: PRESENT}, clerk)

    assert answer == Merged({ana.pk: Row("present")}, ())
    assert (Entry.objects.count(), received(ana)) == before


def test_two_people_at_once_lose_no_mark_and_the_second_learns_both() -> None:
    session, (ana, jan), clerk = a_meeting(people=2)
    other = a_user()

    say(session, {ana: Sent("absent"), jan: Sent("")}, clerk)
    answer = say(session, {ana: Sent("present"), jan: Sent("excused")}, other)

    assert answer == Merged(
        {ana.pk: Row("present", conflict="absent"), jan.pk: Row("excused")}, (ana.pk, jan.pk)
    )
    assert saved() == [(ana.pk, "present", 120), (jan.pk, "excused", 0)]
    told = Entry.objects.filter(verb="activities.attendance_recorded").order_by("pk")
    assert [entry.changes for entry in told] == [
        [[ana.number, "", "absent"]],
        [[ana.number, "absent", "present"], [jan.number, "", "excused"]],
    ]


def test_the_rest_are_present_fills_blanks_only() -> None:
    session, (ana, jan), clerk = a_meeting(people=2)
    say(session, {ana: ABSENT}, clerk)

    say(session, {one: Sent("present", fill=True) for one in (ana, jan)}, clerk)

    assert saved() == [(ana.pk, "absent", 0), (jan.pk, "present", 120)]


def test_a_mark_for_somebody_not_on_the_list_is_refused_by_name() -> None:
    session, (ana,), clerk = a_meeting()
    stranger = a_participation(a_person("Obca", "Zofia"), session.activity.edition)

    with pytest.raises(errors.NotOnTheList, match="Obca Zofia"):
        say(session, {ana: PRESENT, stranger: PRESENT}, clerk)
    expect(session=session, participation=stranger, by=clerk, at=AFTER)
    say(session, {stranger: ABSENT}, clerk)

    assert saved() == [(stranger.pk, "absent", 0)]


def test_a_day_after_the_agreed_end_is_open_once_an_amendment_moves_the_end() -> None:
    session, (ana,), clerk = a_meeting()
    edition = session.activity.edition
    Edition.objects.filter(pk=edition.pk).update(ends=TEN.date() - timedelta(days=1))
    with pytest.raises(errors.AfterEdition):
        say(session, {ana: PRESENT}, clerk)

    Amendment.objects.create(edition=edition, key="longer", signed=TEN.date(), ends=date(2029, 12, 31))
    say(session, {ana: PRESENT}, clerk)

    assert [mark for _one, mark, _minutes in saved()] == ["present"]


@pytest.mark.parametrize(
    ("moved_by", "at", "refusal"),
    [
        (timedelta(days=-90), AFTER, errors.BeforeEdition),
        (timedelta(days=900), YEAR_LATER + timedelta(days=900), errors.AfterEdition),
        (timedelta(0), TEN - timedelta(hours=1), errors.RegisterNotYetOpen),
    ],
)
def test_a_day_or_an_hour_that_cannot_be_is_refused(
    moved_by: timedelta, at: Any, refusal: type[Exception]
) -> None:
    session, (ana,), clerk = a_meeting()
    session = another(session, starts_at=TEN + moved_by)
    expect(session=session, participation=ana, by=clerk, at=TEN)

    with pytest.raises(refusal):
        say(session, {ana: PRESENT}, clerk, at=at)

    assert saved() == []


def test_a_cancelled_session_and_a_closed_month_take_no_marks() -> None:
    session, (ana,), clerk = a_meeting()
    off = another(session, starts_at=TEN + WEEK)
    cancel_session(session=off, reason="Awaria", by=clerk, at=TEN)
    ClosedMonth.objects.create(
        edition=session.activity.edition, month=date(2026, 3, 1), closed_by=clerk, closed_at=AFTER
    )

    with pytest.raises(errors.SessionCancelled):
        say(off, {ana: PRESENT}, clerk)
    with pytest.raises(MonthClosed):
        say(session, {ana: PRESENT}, clerk)


def test_a_closed_register_changes_with_a_reason_that_the_trail_keeps() -> None:
    session, (ana,), clerk = a_meeting()
    close_register(session=session, by=clerk, at=AFTER)

    with pytest.raises(errors.RegisterClosed):
        say(session, {ana: PRESENT}, clerk)
    say(session, {ana: PRESENT}, clerk, reason="Znaleziona lista")

    assert Entry.objects.get(verb="activities.attendance_recorded").reason == "Znaleziona lista"


def test_a_tick_for_somebody_unqualified_says_what_is_missing() -> None:
    session, (ana,), clerk = a_meeting()
    undeclared = a_participation(a_person("Bez", "Deklaracji"), session.activity.edition)
    expect(session=session, participation=undeclared, by=clerk, at=TEN)

    with pytest.raises(NotYetQualified, match="declaration"):
        say(session, {ana: PRESENT, undeclared: PRESENT}, clerk)

    assert saved() == []


def test_nobody_is_present_after_the_last_day() -> None:
    session, (ana,), clerk = a_meeting()
    Participation.objects.filter(pk=ana.pk).update(left_on=DAY - timedelta(days=1))

    with pytest.raises(LeftBeforeSupport):
        say(session, {ana: PRESENT}, clerk)


def test_presence_in_an_open_club_is_kept_and_starts_nothing() -> None:
    session, (ana,), clerk = a_meeting()
    club = a_session(an_activity(session.activity.group, title="Klub"))

    say(club, {ana: PRESENT}, clerk)

    assert (saved(), received(ana)) == ([(ana.pk, "present", 120)], (None, []))


def statements(queries: CaptureQueriesContext) -> list[str]:
    """Without the marks of transactions within the test's own."""
    return [one["sql"] for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]


def test_a_sheet_of_twenty_is_saved_in_eight_statements() -> None:
    session, members, clerk = a_meeting(people=20)
    say(another(session, starts_at=TEN - WEEK), dict.fromkeys(members, PRESENT), clerk)

    with CaptureQueriesContext(connection) as first:
        say(session, dict.fromkeys(members, PRESENT), clerk)
    with CaptureQueriesContext(connection) as corrected:
        say(session, dict.fromkeys(members[:5], ABSENT), clerk)
    with CaptureQueriesContext(connection) as same:
        say(session, dict.fromkeys(members[:5], ABSENT), clerk)

    assert [len(statements(one)) for one in (first, corrected, same)] == [8, 7, 2]
    assert (
        "FOR UPDATE" in statements(first)[0]
    )  # a second clerk waits here and then sees what the first wrote


def test_starting_twenty_costs_no_more_statements_than_starting_one() -> None:
    counted = []
    for people in (1, 20):
        session, members, clerk = a_meeting(people=people)
        with CaptureQueriesContext(connection) as queries:
            say(session, dict.fromkeys(members, PRESENT), clerk)
        counted.append(len(statements(queries)))

    assert counted[0] == counted[1]


def test_the_sheet_shows_the_mark_and_the_minutes_of_each_person_in_one_query() -> None:
    session, members, clerk = a_meeting(people=5)
    ana = members[0]
    say(session, {ana: PRESENT}, clerk)
    session = Session.objects.select_related("activity").get()

    with CaptureQueriesContext(connection) as queries:
        lines = register_of(session)

    shown = {one.participation.pk: (one.mark, one.started_on, one.minutes_so_far) for one in lines}
    assert shown == {one.pk: ("", None, 0) for one in members} | {ana.pk: ("present", DAY, 120)}
    assert len(queries) == 1
