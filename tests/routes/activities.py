from collections.abc import Sequence
from datetime import date

from kladka.activities.models import Group, GroupMembership, Session
from kladka.activities.tests.builders import a_group, a_session, an_activity
from kladka.participation.tests.builders import a_participation
from kladka.programmes.access import WITH_PEOPLE, WITH_RECORDS
from tests.routes import Build, Desk, Route, World

READING = WITH_RECORDS - WITH_PEOPLE


def the_group(world: World) -> Group:
    return a_group(world.edition, offer=world.offer)


def the_session(world: World) -> Session:
    return a_session(an_activity(the_group(world), offer=world.offer))


def a_planned_session(world: World) -> Sequence[object]:
    return [the_session(world).pk]


def a_planned_group(world: World) -> Sequence[object]:
    return [the_group(world).pk]


def a_member(world: World) -> Sequence[object]:
    group, one = the_group(world), a_participation(edition=world.edition)
    member = GroupMembership.objects.create(group=group, participation=one, from_day=date(2026, 2, 5))
    return [group.pk, member.pk]


def listed(name: str) -> Desk:
    """Everybody who works in some programme has such a list; what stands in it depends on the door."""
    return Desk(f"activities:{name}", opens=WITH_RECORDS, hides=403, of_edition=False)


def written(name: str, build: Build) -> Desk:
    return Desk(f"activities:{name}", opens=WITH_PEOPLE, forbids=READING, build=build)


ROUTES: list[Route] = [
    listed("sessions"),
    listed("sessions_file"),
    listed("groups"),
    Desk("activities:plan", opens=WITH_PEOPLE, hides=403, of_edition=False),
    Desk("activities:attendance", opens=WITH_RECORDS, build=a_planned_session),
    Desk("activities:group", opens=WITH_RECORDS, build=a_planned_group),
    written("walk_in", a_planned_session),
    written("tally", a_planned_session),
    written("closing", a_planned_session),
    written("reopening", a_planned_session),
    written("move", a_planned_session),
    written("cancel", a_planned_session),
    written("membership_end", a_member),
]
