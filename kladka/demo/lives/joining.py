"""What befalls one person: the application, the agreement, the place in a group, the end, the question after it."""

from datetime import date, timedelta
from random import Random

from kladka.activities.actions import add_member
from kladka.activities.models import Group
from kladka.demo.lives.days import Arrival
from kladka.demo.lives.entry import entry_facts, entry_flags
from kladka.demo.lives.pathway import agree_on_a_plan
from kladka.demo.lives.stage import CLOSING, NOON, Stage
from kladka.participation.actions import (
    Paper,
    record_entry_traits,
    record_exit,
    record_follow_up,
    sign_agreement,
)
from kladka.participation.choices import ExitReason
from kladka.people.actions import link_environment, settle
from kladka.people.actions.reach import Reachable
from kladka.people.choices import Citizenship, Kinship, Language
from kladka.people.models import Person
from kladka.people.rules import Details as PersonDetails
from kladka.places.actions import register_address
from kladka.places.models import Address
from kladka.places.rules import Written
from kladka.recruitment.actions import Applicant, Submission, decide, see_proof, submit_application
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application, Ground

STREETS = ("Lipowa", "Kasztanowa", "Polna", "Ogrodowa", "Cicha", "Wiśniowa", "Jaśminowa", "Nadrzeczna")


def join(stage: Stage, one: Arrival) -> None:
    """From the application to a place in the group; the papers are signed on the day of the agreement."""
    application = stage.applications.get(one.number) or let_in(stage, one)
    signed_at = stage.at(one.signed_on, NOON)
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
    agree_on_a_plan(stage, one, participation, group)
    stage.participations[one.number] = participation


def let_in(stage: Stage, one: Arrival) -> Application:
    """Who comes by no round is decided by the coordinator."""
    application = applied(stage, one)
    decided_at = stage.at(one.decided_on)
    see_proofs(stage, application, one.decided_on)
    decide(
        application=application,
        outcome=Outcome.QUALIFIED,
        decided_on=one.decided_on,
        by=stage.cast.coordinator,
        at=decided_at,
    )
    return application


def applied(stage: Stage, one: Arrival, *, is_complete: bool = True) -> Application:
    """The application and where the person lives."""
    by, applied_at = stage.cast.worker, stage.at(one.applied_on) + timedelta(seconds=4 * one.number)
    applicant = Applicant(
        details=details_of(one), contacts=Reachable(phone=one.who.phone, email=one.who.email)
    )
    grounds = list(Ground.objects.filter(edition=stage.edition)[:1])
    offer = Group.objects.select_related("offer").get(edition=stage.edition, key=one.group).offer
    submission = Submission(
        edition=stage.edition,
        received_at=applied_at,
        offer=offer,
        round=stage.rounds.get(one.round),
        related_to=close_to(stage, one),
        is_complete=is_complete,
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
    return application


def see_proofs(stage: Stage, application: Application, day: date) -> None:
    for claim in application.grounds.all():
        see_proof(claim=claim, evidence="zaświadczenie", by=stage.cast.worker, at=stage.at(day))


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
