from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError

from kladka.participation.choices import SourceKind, State
from kladka.participation.models import Participation, SupportReceived
from kladka.participation.tests.builders import AGREED, a_participation, a_snapshot
from kladka.people.tests.builders import a_person
from kladka.programmes.choices import TeamRole
from kladka.programmes.tests.builders import MOMENT, a_role, a_support, a_user, an_edition

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


def started(participation: Participation, on: date, left_on: date | None = None) -> Participation:
    snapshot = a_snapshot(participation, started_on=on)
    participation.snapshot, participation.started_on, participation.left_on = snapshot, on, left_on
    participation.save()
    return participation


def test_the_database_refuses_two_active_participations_of_a_person_in_an_edition() -> None:
    one = a_participation()

    with pytest.raises(IntegrityError, match="participation_one_active"):
        Participation.objects.create(
            person=one.person, edition=one.edition, number="U/other", opened_on=AGREED
        )


def test_who_has_left_may_be_in_the_edition_again() -> None:
    left = a_participation(left_on=date(2026, 3, 1))

    again = Participation.objects.create(
        person=left.person, edition=left.edition, number="U/other", opened_on=AGREED
    )

    assert list(left.person.participations.order_by("pk")) == [left, again]


def test_the_database_refuses_a_start_without_a_snapshot() -> None:
    one = a_participation()

    with pytest.raises(IntegrityError, match="participation_snapshot_with_start"):
        Participation.objects.filter(pk=one.pk).update(started_on=AGREED)


def test_the_database_refuses_two_snapshots_in_force() -> None:
    one = a_participation()
    a_snapshot(one, version=1)

    with pytest.raises(IntegrityError, match="entry_snapshot_one_in_force"):
        a_snapshot(one, version=2)


def test_the_database_refuses_a_support_that_ends_before_it_begins() -> None:
    one = a_participation()
    support = a_support(one.edition)

    with pytest.raises(IntegrityError, match="support_received_days_in_order"):
        SupportReceived.objects.create(
            participation=one,
            support=support,
            source_kind=SourceKind.ACTIVITY,
            source_id=1,
            first_on=date(2026, 3, 2),
            last_on=date(2026, 3, 1),
        )


def test_filters_read_the_days_with_the_last_one_in() -> None:
    edition = an_edition()
    waiting = a_participation(edition=edition)
    running = started(a_participation(edition=edition), date(2026, 3, 1))
    ended = started(a_participation(edition=edition), date(2026, 3, 1), left_on=date(2026, 3, 31))
    all_of = Participation.objects.filter(edition=edition).order_by("pk")

    found = {
        "qualified": list(all_of.qualified()),
        "running on the last day": list(all_of.running_on(date(2026, 3, 31))),
        "running on the next day": list(all_of.running_on(date(2026, 4, 1))),
        "ended by the last day": list(all_of.ended_by(date(2026, 3, 31))),
        "ended by the next day": list(all_of.ended_by(date(2026, 4, 1))),
    }

    assert found == {
        "qualified": [waiting],
        "running on the last day": [running, ended],
        "running on the next day": [running],
        "ended by the last day": [],
        "ended by the next day": [ended],
    }


def test_state_follows_from_the_days() -> None:
    one = started(a_participation(), date(2026, 3, 1), left_on=date(2026, 3, 31))

    assert [one.state_on(day) for day in (date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 1))] == [
        State.QUALIFIED,
        State.PARTICIPANT,
        State.ENDED,
    ]


def test_the_door_shows_participations_of_own_editions_only(settings: "Settings") -> None:
    settings.CLOCK = MOMENT.date()
    mine, other = a_participation(person=a_person("Nowak")), a_participation(person=a_person("Kowalska"))
    worker, stranger = a_user(), a_user()
    a_role(worker, TeamRole.SOCIAL_WORKER, mine.edition)

    seen = [list(Participation.objects.visible_to(user)) for user in (worker, stranger)]

    assert seen == [[mine], []]
    assert other not in seen[0]
