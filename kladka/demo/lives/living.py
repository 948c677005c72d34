"""A programme lived day by day through the actions that people use; what it leaves is what work leaves."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from kladka.activities.actions import (
    Details,
    add_activity,
    plan_series,
    plan_session,
    record_attendance,
    record_tally,
)
from kladka.activities.choices import Mark
from kladka.activities.models import Event, Group
from kladka.activities.rules.series import Series, Term
from kladka.demo.lives import days, intake, rounds
from kladka.demo.lives.days import Arrival, Gathering, Meeting
from kladka.demo.lives.joining import ask, join, leave
from kladka.demo.lives.plan import GroupLife
from kladka.demo.lives.stage import CLOSING, Deed, Stage
from kladka.programmes.choices import Sex
from kladka.programmes.models import Support

FOLLOW_UP_AFTER = timedelta(days=21)
AHEAD = timedelta(weeks=8)


def live(stage: Stage) -> None:
    """From the first application to the day on which the demo stands, in order of time."""
    arrived = days.arrivals(stage.life)
    open_groups(stage, arrived)
    rounds.announce(stage)
    for _day, _order, deed in sorted(deeds(stage, arrived), key=lambda one: one[:2]):
        deed()
    intake.take_in(stage)


def deeds(stage: Stage, arrived: list[Arrival]) -> Iterator[Deed]:
    """Everything that happens, each with its day; within a day people are let in before they come."""
    until = stage.until
    for one in arrived:
        yield from way_of(stage, one)
    yield from rounds.deeds(stage, arrived)
    for meeting in days.meetings(stage.life, arrived, until=until):
        yield meeting.day, 1, partial(meet, stage, meeting)
    for gathering in days.gatherings(stage.life, until=until):
        yield gathering.day, 1, partial(gather, stage, gathering)


def way_of(stage: Stage, one: Arrival) -> Iterator[Deed]:
    """What befalls one person: the papers, the last day, the question asked after it."""
    until = stage.until
    if one.signed_on <= until:
        yield one.signed_on, 0, partial(join, stage, one)
    if one.leaves_on and one.leaves_on <= until:
        yield one.leaves_on, 2, partial(leave, stage, one, one.leaves_on)
        asked_on = one.leaves_on + FOLLOW_UP_AFTER
        if asked_on <= until:
            yield asked_on, 2, partial(ask, stage, one, asked_on)


# --- groups and their sessions -----------------------------------------------------------------


def open_groups(stage: Stage, arrived: list[Arrival]) -> None:
    for life in stage.life.groups:
        first_day = life.days[0]
        if first_day > stage.until:
            continue
        group = Group.objects.select_related("offer__support", "site__venue").get(
            edition=stage.edition, key=life.key
        )
        wanted = life.support or stage.life.support
        support = group.offer.support or Support.objects.get(edition=stage.edition, key=wanted)
        leader, at = stage.leader_of(life.key), stage.at(first_day - timedelta(days=14))
        activity = add_activity(edition=stage.edition, group=group, support=support, by=leader, at=at)
        stage.activities[life.key] = activity
        terms = [
            term_of(stage, life, day)
            for day in days.planned_days(life, arrived, until=stage.until, ahead=AHEAD)
        ]
        venue = group.site.venue if group.site else None
        planned = plan_series(
            activity=activity,
            found=Series(tuple(terms), ()),
            details=Details(venue=venue, staff=[leader]),
            by=leader,
            at=at,
        )
        stage.sessions |= {(life.key, session.day): session for session in planned.sessions}


def term_of(stage: Stage, life: GroupLife, day: date) -> Term:
    starts = stage.at(day, life.starts_at)
    return Term(starts, starts + timedelta(minutes=life.minutes))


def meet(stage: Stage, meeting: Meeting) -> None:
    session = stage.sessions[meeting.group.key, meeting.day]
    marks = {Mark.PRESENT: meeting.present, Mark.EXCUSED: meeting.excused, Mark.ABSENT: meeting.absent}
    record_attendance(
        session=session,
        marks={stage.participations[number]: mark for mark, numbers in marks.items() for number in numbers},
        by=stage.leader_of(meeting.group.key),
        at=session.ends_at,
    )


def gather(stage: Stage, gathering: Gathering) -> None:
    key, by = gathering.event.key, stage.cast.organisers[0]
    at = stage.at(gathering.day, CLOSING)
    if key not in stage.activities:
        event = Event.objects.get(edition=stage.edition, key=key)
        stage.activities[key] = add_activity(edition=stage.edition, event=event, by=by, at=at)
    term = Term(at - timedelta(hours=4), at - timedelta(hours=1))
    session = plan_session(activity=stage.activities[key], term=term, by=by, at=at)
    counts = {(Sex.WOMEN.value, ""): gathering.women, (Sex.MEN.value, ""): gathering.men}
    record_tally(session=session, counts=counts, by=by, at=at)
