"""One visit at the desk, put together from what the modules below do: each step in one transaction."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.participation.actions import Paper, record_entry_traits, sign_agreement
from kladka.people.actions import move_in
from kladka.people.choices import AddressKind
from kladka.recruitment.actions import Applicant, Submission, mark_complete, name_ground, see_proof
from kladka.recruitment.actions import submit_application as submit

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.participation.models import Participation
    from kladka.participation.rules import EntryFacts
    from kladka.people.models import Person
    from kladka.places.rules import Written
    from kladka.recruitment.models import Application, Ground


@transaction.atomic
def take_in(
    *,
    applicant: "Person | Applicant",
    submission: Submission,
    home: "Written | None" = None,
    by: "User",
    at: datetime,
) -> "Application":
    """The application of somebody who sits at the desk, and where they live. Raises what both actions raise."""
    application = submit(applicant=applicant, submission=submission, by=by, at=at)
    person = application.person
    if (
        home is not None
        and not person.addresses.on(localdate(at)).filter(kind=AddressKind.RESIDENCE).exists()
    ):
        move_in(person=person, written=home, kind=AddressKind.RESIDENCE, from_day=localdate(at), by=by, at=at)
    return application


@transaction.atomic
def note_eligibility(
    *,
    application: "Application",
    seen: Mapping["Ground", str],
    is_complete: bool,
    by: "User",
    at: datetime,
) -> None:
    """The grounds with what was seen of each, and whether the set is whole. Saying it twice changes nothing."""
    known = {claim.ground_id: claim for claim in application.grounds.all()}
    for ground, evidence in seen.items():
        claim = known.get(ground.pk) or name_ground(application=application, ground=ground, by=by, at=at)
        if evidence and evidence != claim.evidence:
            see_proof(claim=claim, evidence=evidence, by=by, at=at)
    if is_complete:
        mark_complete(application=application, by=by, at=at)


@transaction.atomic
def sign_and_declare(
    *,
    application: "Application",
    paper: Paper,
    facts: "EntryFacts",
    flags: Mapping[str, str],
    declared_on: date,
    by: "User",
    at: datetime,
) -> "Participation":
    """The agreement and the declaration of entry by one signature: both or neither."""
    participation = sign_agreement(who=application, paper=paper, by=by, at=at)
    record_entry_traits(
        participation=participation, facts=facts, flags=flags, declared_on=declared_on, by=by, at=at
    )
    return participation
