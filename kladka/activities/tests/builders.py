"""The least of an activity and its sessions that a test needs; every value can be given."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from kladka.activities.actions import add_member
from kladka.activities.choices import ActivityKind, EventKind, GroupKind
from kladka.activities.models import Activity, Event, Group, Session
from kladka.participation.models import Participation
from kladka.participation.tests.builders import a_declared_participation
from kladka.people.tests.builders import a_person
from kladka.places.models import Room, Venue
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_support, a_user, an_edition, an_offer

TEN = datetime(2026, 3, 3, 9, tzinfo=UTC)  # a Tuesday in an edition of 2026 and 2027; 10 o'clock in Warsaw
TWO_HOURS = timedelta(hours=2)
_numbers = count(1)


def a_group(edition: Edition | None = None, **given: Any) -> Group:
    edition = edition or an_edition()
    offer = given.pop("offer", None) or an_offer(edition)
    wanted = {"key": f"group-{next(_numbers)}", "kind": GroupKind.GROUP, "title": "Grupa A"}
    return Group.objects.create(**{"edition": edition, "offer": offer, **wanted, **given})


def an_event(edition: Edition | None = None, **given: Any) -> Event:
    wanted = {"key": f"event-{next(_numbers)}", "kind": EventKind.EVENT, "title": "Piknik"}
    return Event.objects.create(**{"edition": edition or an_edition(), **wanted, **given})


def an_activity(group: Group | None = None, **given: Any) -> Activity:
    group = group or a_group()
    wanted = {"edition": group.edition, "kind": ActivityKind.GROUP, "offer": group.offer}
    return Activity.objects.create(**{"group": group, **wanted, **given})


def an_open_activity(event: Event | None = None, **given: Any) -> Activity:
    event = event or an_event()
    wanted = {"edition": event.edition, "kind": ActivityKind.EVENT, "is_open": True, "is_public": True}
    return Activity.objects.create(**{"event": event, **wanted, **given})


def a_session(activity: Activity | None = None, **given: Any) -> Session:
    start = given.pop("starts_at", TEN)
    end = given.pop("ends_at", None) or start + TWO_HOURS
    wanted = {"starts_at": start, "ends_at": end, "first_planned_for": start}
    return Session.objects.create(**{"activity": activity or an_activity(), **wanted, **given})


def a_room(**given: Any) -> Room:
    venue = given.pop("venue", None) or Venue.objects.create(name=f"Dom Sąsiada {next(_numbers)}")
    return Room.objects.create(**{"venue": venue, "name": "sala 2", **given})


def a_meeting(edition: Edition, *names: str) -> tuple[Session, list[Participation]]:
    """A session of a group that counts for a support, and its members with all papers, by their surnames."""
    offer = an_offer(edition, support=a_support(edition))
    group = a_group(edition, offer=offer, title="Warsztaty")
    people = [a_declared_participation(person=a_person(name, "Anna"), edition=edition) for name in names]
    for one in people:
        add_member(group=group, participation=one, from_day=date(2026, 2, 5), by=a_user(), at=TEN)
    return a_session(an_activity(group, support=offer.support)), people
