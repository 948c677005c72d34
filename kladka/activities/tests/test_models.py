from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from kladka.activities.choices import SessionState, UseKind
from kladka.activities.models import Activity, Occupation, Session, SessionStaff, Tally
from kladka.activities.tests.builders import (
    TEN,
    TWO_HOURS,
    a_group,
    a_room,
    a_session,
    an_activity,
    an_event,
    an_open_activity,
)
from kladka.core.clock import today
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import a_programme, a_role, a_task, a_user, an_edition, an_offer

pytestmark = pytest.mark.django_db


def test_a_worker_sees_the_sessions_of_her_editions() -> None:
    edition, worker = an_edition(), a_user()
    mine, _other = a_session(an_activity(a_group(edition))), a_session()
    a_role(worker, TeamRole.SPECIALIST, edition)

    assert list(Session.objects.visible_to(worker)) == [mine]


def test_a_commissioned_trainer_reaches_only_the_groups_of_her_offer() -> None:
    edition, trainer = an_edition(), a_user()
    offer = an_offer(edition)
    mine, _other = (
        a_session(an_activity(a_group(edition, offer=offer))),
        a_session(an_activity(a_group(edition))),
    )
    a_role(trainer, TeamRole.COMMISSIONED, edition, offer=offer)

    assert list(Session.objects.visible_to(trainer)) == [mine]
    assert list(Activity.objects.visible_to(trainer)) == [mine.activity]


def test_a_partner_reaches_the_sessions_of_its_task() -> None:
    edition, worker = an_edition(), a_user()
    task = a_task(edition)
    mine = a_session(an_open_activity(an_event(edition), task=task))
    a_session(an_open_activity(an_event(edition)))
    a_role(worker, TeamRole.PARTNER, edition, task=task)

    assert list(Session.objects.visible_to(worker)) == [mine]


def test_a_role_that_ended_yesterday_opens_no_session() -> None:
    session, worker = a_session(), a_user()
    a_role(worker, TeamRole.SPECIALIST, session.activity.edition, to_day=today() - timedelta(days=1))

    assert list(Session.objects.visible_to(worker)) == []


def test_an_administrator_sees_no_session() -> None:
    a_session()
    administrator = a_user()
    a_role(administrator, TeamRole.ADMINISTRATOR)

    assert list(Session.objects.visible_to(administrator)) == []


def test_the_public_calendar_shows_public_activities_of_public_programmes() -> None:
    hidden = an_edition(programme=a_programme(is_public=False))
    shown = a_session(an_open_activity(), state=SessionState.CANCELLED)
    a_session(an_open_activity(an_event(hidden)))
    a_session()

    assert list(Session.objects.public()) == [shown]


def test_sessions_that_wait_for_their_register_are_planned_and_over() -> None:
    over = a_session()
    a_session(state=SessionState.HELD)
    a_session(state=SessionState.CANCELLED)
    a_session(starts_at=TEN + timedelta(hours=1))

    assert list(Session.objects.waiting_for_register(at=TEN + TWO_HOURS)) == [over]


def test_who_leads_a_session_finds_it() -> None:
    worker, mine = a_user(), a_session()
    SessionStaff.objects.create(session=mine, worker=worker)
    a_session()

    assert list(Session.objects.led_by(worker)) == [mine]


def test_a_session_knows_its_day_on_the_wall_and_its_minutes() -> None:
    late = a_session(starts_at=TEN.replace(hour=23, minute=30))

    assert (late.day.isoformat(), late.minutes, late.is_moved) == ("2026-03-04", 120, False)


def test_the_database_refuses_two_plans_for_one_room_or_worker() -> None:
    during, later = DateTimeTZRange(TEN, TEN + TWO_HOURS), DateTimeTZRange(TEN + TWO_HOURS, None)
    for what in ({"room": a_room()}, {"worker": a_user()}):
        plan = {"source_kind": UseKind.SESSION, "refuses_others": True, **what}
        Occupation.objects.create(source_id=1, during=during, **plan)
        with pytest.raises(IntegrityError, match="occupation_one_plan_for"), transaction.atomic():
            Occupation.objects.create(source_id=2, during=during, **plan)
        Occupation.objects.create(source_id=3, during=later, **plan)
        Occupation.objects.create(source_id=4, during=during, **{**plan, "refuses_others": False})

    assert list(Occupation.objects.meeting(during).values_list("source_id", flat=True)) == [1, 4, 1, 4]


@pytest.mark.parametrize(
    ("given", "constraint"),
    [
        ({"ends_at": TEN}, "session_hours_in_order"),
        ({"register_closed_at": TEN}, "session_closes_when_held"),
        ({"state": "perhaps"}, "session_state_is_known"),
    ],
)
def test_the_database_knows_what_a_session_is(given: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        a_session(**given)


def test_an_activity_is_of_a_group_or_of_an_event_or_of_neither() -> None:
    with pytest.raises(IntegrityError, match="activity_is_of_its_kind"):
        an_activity(event=an_event())


def test_a_tally_has_one_number_for_each_sex_and_age() -> None:
    session = a_session()
    Tally.objects.create(session=session, sex="women", number=3)

    with pytest.raises(IntegrityError, match="tally_one_number_each"):
        Tally.objects.create(session=session, sex="women", number=4)
