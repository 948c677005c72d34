"""Taking an application: who applies, for what, and on which grounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.audit.actions import record
from kladka.core.sorting import without_marks
from kladka.papers.actions import next_number
from kladka.people.actions import Taking, involve, register_person
from kladka.people.actions.reach import Reachable
from kladka.people.errors import LinkedToOneself
from kladka.people.models import Person
from kladka.people.rules import Details, clean_pesel
from kladka.programmes.models import Edition
from kladka.recruitment import errors, queries, rules
from kladka.recruitment.choices import Channel
from kladka.recruitment.models import Application, Ground, GroundClaim, Round

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models import Offer


@dataclass(frozen=True, kw_only=True)
class Applicant:
    """Somebody as written in a form: one who is in the record under this PESEL, or somebody new."""

    details: Details
    contacts: Reachable | None = None


@dataclass(frozen=True, kw_only=True)
class Submission:
    """What an application says, as it came."""

    edition: Edition
    received_at: datetime
    round: Round | None = None
    offer: "Offer | None" = None
    related_to: Person | None = None
    channel: Channel = Channel.IN_PERSON
    is_complete: bool = False
    grounds: Sequence[Ground] = ()


@transaction.atomic
def submit_application(
    *, applicant: Person | Applicant, submission: Submission, by: "User | None", at: datetime
) -> Application:
    """Take an application; the applicant is found by PESEL or made, and is seen in the edition from now on.

    Raises AlreadyApplied, NameOfAnother, RoundNotOpen, OfAnotherEdition, ReceivedInFuture, LinkedToOneself and,
    of somebody new, the errors of `people.errors`.
    """
    _check_submission(submission, at=at)
    person = applicant if isinstance(applicant, Person) else _found_or_made(applicant, by=by, at=at)
    _check_first_of(person, submission)
    number = f"Z-{next_number(f'application {submission.edition.pk}'):04}"
    application = _written(person, submission, number, by=by)
    _reach(application)
    record("recruitment.application_submitted", on=application, by=by, at=at, grounds=len(submission.grounds))
    return application


def _check_submission(submission: Submission, *, at: datetime) -> None:
    if submission.received_at > at:
        raise errors.ReceivedInFuture
    of_edition = (submission.round, submission.offer, *submission.grounds)
    if any(one.edition_id != submission.edition.pk for one in of_edition if one is not None):
        raise errors.OfAnotherEdition
    if submission.round:
        window = queries.window_of(submission.round)
        rules.check_round_takes(window, on=localdate(submission.received_at))


def _check_first_of(person: Person, submission: Submission) -> None:
    """Locked by person: the same application entered by two clerks at once is one."""
    Person.objects.select_for_update().get(pk=person.pk)
    if submission.related_to == person:
        raise LinkedToOneself
    before = queries.same_as(
        person, edition=submission.edition, round=submission.round, offer=submission.offer
    )
    if before:
        raise errors.AlreadyApplied(before.number)


def _found_or_made(applicant: Applicant, *, by: "User | None", at: datetime) -> Person:
    details = applicant.details
    if details.pesel.strip():
        known = Person.objects.filter(pesel=clean_pesel(details.pesel)).first()
        if known and without_marks(known.last_name) != without_marks(details.last_name.strip()):
            raise errors.NameOfAnother
        if known:
            return known
    return register_person(details=details, contacts=applicant.contacts, by=by, at=at)


def _written(person: Person, submission: Submission, number: str, *, by: "User | None") -> Application:
    application = Application.objects.create(
        person=person,
        edition=submission.edition,
        round=submission.round,
        offer=submission.offer,
        related_to=submission.related_to,
        number=number,
        received_at=submission.received_at,
        channel=submission.channel,
        is_complete=submission.is_complete,
        entered_by=by,
    )
    claims = [GroundClaim(application=application, ground=one) for one in dict.fromkeys(submission.grounds)]
    GroundClaim.objects.bulk_create(claims)
    return application


def _reach(application: Application) -> None:
    """Those who work in the edition see the person, and so do those whose role is narrowed to the offer."""
    person, edition, day = application.person, application.edition, localdate(application.received_at)
    involve(Taking(person=person, edition=edition, from_day=day, number=_number_there(application)))
    if application.offer:
        involve(Taking(person=person, edition=edition, offer=application.offer, from_day=day))


def _number_there(application: Application) -> str:
    """The first number stays: a participant who applies for a further offer keeps the participant's own."""
    has_one = application.person.involvements.filter(edition=application.edition).exclude(number="").exists()
    return "" if has_one else application.number
