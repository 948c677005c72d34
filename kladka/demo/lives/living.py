"""A programme lived day by day through the actions that people use; what it leaves is what work leaves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from zoneinfo import ZoneInfo

from django.utils.timezone import get_current_timezone

from kladka.accounts.models import User
from kladka.activities.actions import (
    Details,
    add_activity,
    add_member,
    plan_series,
    plan_session,
    record_attendance,
    record_tally,
)
from kladka.activities.choices import Mark
from kladka.activities.models import Activity, Event, Group, Session
from kladka.activities.rules.series import Series, Term
from kladka.demo.lives import days
from kladka.demo.lives.days import Arrival, Gathering, Meeting
from kladka.demo.lives.entry import entry_facts, entry_flags
from kladka.demo.lives.plan import GroupLife, Life
from kladka.participation.actions import (
    Paper,
    record_entry_traits,
    record_exit,
    record_follow_up,
    sign_agreement,
)
from kladka.participation.choices import ExitReason
from kladka.participation.models import Participation
from kladka.people.actions import link_environment, settle
from kladka.people.actions.reach import Reachable
from kladka.people.choices import Citizenship, Kinship, Language
from kladka.people.models import Person
from kladka.people.rules import Details as PersonDetails
from kladka.places.actions import register_address
from kladka.places.models import Address
from kladka.places.rules import Written
from kladka.programmes.choices import Sex
from kladka.programmes.models import Edition, Support
from kladka.recruitment.actions import Applicant, Submission, decide, see_proof, submit_application
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application, Ground

OPENING, CLOSING = time(9), time(18, 30)
AHEAD = timedelta(weeks=8)
STREETS = ("Lipowa", "Kasztanowa", "Polna", "Ogrodowa", "Cicha", "Wiśniowa", "Jaśminowa", "Nadrzeczna")
FOLLOW_UP_AFTER = timedelta(days=21)
Deed = tuple[date, int, Callable[[], None]]


@dataclass(frozen=True)
class Cast:
    """Who of the staff does what in this municipality."""

    coordinator: User
    worker: User
    organisers: tuple[User, ...]


@dataclass
class Stage:
    """What has come to be so far, by the numbers of the arrivals and the keys of the groups."""

    life: Life
    edition: Edition
    cast: Cast
    town: str
    teryt_code: str
    until: date
    activities: dict[str, Activity] = field(default_factory=dict)
    sessions: dict[tuple[str, date], Session] = field(default_factory=dict)
    participations: dict[int, Participation] = field(default_factory=dict)

    @property
    def zone(self) -> ZoneInfo:
        zone = get_current_timezone()
        assert isinstance(zone, ZoneInfo)  # noqa: S101 - Django makes no other
        return zone

    def at(self, day: date, hour: time = OPENING) -> datetime:
        return datetime.combine(day, hour, tzinfo=self.zone)

    def leader_of(self, key: str) -> User:
        """Every group has one organiser who leads it."""
        keys = sorted(group.key for group in self.life.groups)
        return self.cast.organisers[keys.index(key) % len(self.cast.organisers)]


def live(stage: Stage) -> None:
    """From the first application to the day on which the demo stands, in order of time."""
    arrived = days.arrivals(stage.life)
    open_groups(stage, arrived)
    for _day, _order, deed in sorted(deeds(stage, arrived), key=lambda one: one[:2]):
        deed()


def deeds(stage: Stage, arrived: list[Arrival]) -> Iterator[Deed]:
    """Everything that happens, each with its day; within a day people are let in before they come."""
    until = stage.until
    for one in arrived:
        yield from way_of(stage, one)
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


# --- people ------------------------------------------------------------------------------------


def join(stage: Stage, one: Arrival) -> None:
    """From the application to a place in the group; the papers are signed on the day of the agreement."""
    application = applied(stage, one)
    signed_at = stage.at(one.signed_on, time(12))
    paper = Paper(signed_on=one.signed_on, kind=stage.life.agreement, notice_given_on=one.signed_on)
    by = stage.cast.worker
    participation = sign_agreement(who=application, paper=paper, by=by, at=signed_at)
    random = Random(f"{stage.life.name} entry {one.number}")
    record_entry_traits(
        participation=participation,
        facts=entry_facts(random, one.who, on=one.signed_on),
        flags=entry_flags(random, one.who),
        declared_on=one.signed_on,
        by=by,
        at=signed_at,
    )
    if participation.related:
        link_environment(
            person=participation.related.person,
            other=participation.person,
            role=Kinship.PARTNER,
            from_day=one.applied_on,
            same_household=True,
            by=by,
            at=signed_at,
        )
    group = Group.objects.get(edition=stage.edition, key=one.group)
    add_member(group=group, participation=participation, from_day=one.signed_on, by=by, at=signed_at)
    stage.participations[one.number] = participation


def applied(stage: Stage, one: Arrival) -> Application:
    """The application, its proof and the decision."""
    by, applied_at = stage.cast.worker, stage.at(one.applied_on)
    applicant = Applicant(
        details=details_of(one), contacts=Reachable(phone=one.who.phone, email=one.who.email)
    )
    grounds = list(Ground.objects.filter(edition=stage.edition)[:1])
    offer = Group.objects.select_related("offer").get(edition=stage.edition, key=one.group).offer
    submission = Submission(
        edition=stage.edition,
        received_at=applied_at,
        offer=offer,
        related_to=close_to(stage, one),
        is_complete=True,
        grounds=grounds,
    )
    application = submit_application(applicant=applicant, submission=submission, by=by, at=applied_at)
    settle(
        person=application.person,
        address=home_of(stage, one),
        from_day=one.who.birth_date,
        by=by,
        at=applied_at,
    )
    decided_at = stage.at(one.decided_on)
    for claim in application.grounds.all():
        see_proof(claim=claim, evidence="zaświadczenie", by=by, at=decided_at)
    decide(
        application=application,
        outcome=Outcome.QUALIFIED,
        decided_on=one.decided_on,
        by=stage.cast.coordinator,
        at=decided_at,
    )
    return application


def close_to(stage: Stage, one: Arrival) -> Person | None:
    """The participant with whom somebody of the close environment comes."""
    return stage.participations[one.close_to].person if one.close_to else None


def details_of(one: Arrival) -> PersonDetails:
    who = one.who
    return PersonDetails(
        first_name=who.first_name,
        last_name=who.last_name,
        pesel=who.pesel,
        sex=who.sex,
        birth_date=who.birth_date,
        citizenship=Citizenship.OUTSIDE_EU if who.from_abroad else Citizenship.POLISH,
        language=Language.UKRAINIAN if who.from_abroad else Language.POLISH,
    )


def home_of(stage: Stage, one: Arrival) -> Address:
    random = Random(f"{stage.life.name} home {one.number}")
    written = Written(
        street=f"ul. {random.choice(STREETS)}",
        building=str(random.randint(1, 60)),
        flat=str(random.randint(1, 30)),
        postcode="00-001",
        locality=stage.town,
        municipality_code=stage.teryt_code,
    )
    return register_address(written=written, by=stage.cast.worker, at=stage.at(one.applied_on))


def leave(stage: Stage, one: Arrival, day: date) -> None:
    record_exit(
        participation=stage.participations[one.number],
        left_on=day,
        reason=ExitReason.RESIGNED if one.breaks_off else ExitReason.COMPLETED,
        path_completed=not one.breaks_off,
        by=stage.cast.worker,
        at=stage.at(day, CLOSING),
    )


def ask(stage: Stage, one: Arrival, day: date) -> None:
    """Four weeks after the end somebody rings; what was never published is not made up as a result."""
    record_follow_up(
        participation=stage.participations[one.number],
        done_on=day,
        results=(),
        by=stage.cast.worker,
        at=stage.at(day, CLOSING),
    )
