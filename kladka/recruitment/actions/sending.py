"""A draft of the portal becomes an application, by the same action as at the desk."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.municipalities.queries import current_municipality, localities
from kladka.people.actions import add_contact, move_in, name_guardian
from kladka.people.actions.reach import Reachable
from kladka.people.choices import AddressKind, ContactKind, Kinship
from kladka.people.errors import PeselTaken
from kladka.people.models import Person
from kladka.people.rules import Details
from kladka.places.rules import Written, folded
from kladka.recruitment import errors
from kladka.recruitment.actions.submission import Applicant, Submission, submit_application
from kladka.recruitment.choices import Channel, Doubt
from kladka.recruitment.enrolment import Opening, enrolment_of
from kladka.recruitment.identity import identity_of
from kladka.recruitment.models import Application, Draft
from kladka.recruitment.rules import first_unanswered, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterable

WHO = ("first_name", "last_name", "birth_date", "sex", "citizenship")
REACHED = ("phone", "email", "way", "guardian_name", "kinship")
HOME = ("street", "building", "flat", "postcode", "locality")


@transaction.atomic
def send_draft(*, draft: Draft, at: datetime) -> Application:
    """Take the application; sent twice, from two tabs or after the back button, it is the same one.

    Whether the PESEL belongs to somebody of the record is never told: in doubt the applicant is written down as
    somebody new, without the PESEL, and the team sees that a document has to be looked at. Raises AnswersMissing,
    EnrolmentOver.
    """
    draft = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if draft.application is not None:
        return draft.application
    opening = opening_of(draft, at=at)
    application, known = _submitted(draft, opening, at=at)
    kept = _taken_over(draft, application.person, at=at) if known is None else {*REACHED, *HOME}
    draft.application = application
    _forget(draft, [*WHO, "pesel", *REACHED, *HOME], but={*kept, *(["pesel"] if draft.doubt else [])})
    return application


def opening_of(draft: Draft, *, at: datetime) -> Opening:
    """What is applied for; where there is no choice, the only thing. Raises AnswersMissing, EnrolmentOver."""
    enrolment = enrolment_of(draft.edition.programme, on=localdate(at))
    if not enrolment.is_taking:
        raise errors.EnrolmentOver
    has_choice = len(enrolment.openings) > 1
    steps = steps_of(is_for_ward=draft.is_for_ward, has_choice=has_choice)
    if first_unanswered(steps, draft.answered) is not None:
        raise errors.AnswersMissing
    wanted = f"{draft.round_id}-{draft.offer_id or 0}" if has_choice else enrolment.openings[0].key
    chosen = enrolment.opening(wanted)
    if chosen is None:
        raise errors.EnrolmentOver
    return chosen


def _submitted(draft: Draft, opening: Opening, *, at: datetime) -> "tuple[Application, Person | None]":
    """Looked at again when the same PESEL came from somewhere else at the same moment."""
    submission = Submission(
        edition=opening.round.edition,
        round=opening.round,
        offer=opening.offer,
        received_at=at,
        channel=Channel.PORTAL,
    )
    try:
        return _submitted_once(draft, submission, at=at)
    except (PeselTaken, errors.AlreadyApplied, errors.NameOfAnother):
        return _submitted_once(draft, submission, at=at)


@transaction.atomic
def _submitted_once(
    draft: Draft, submission: Submission, *, at: datetime
) -> "tuple[Application, Person | None]":
    known, draft.doubt = identity_of(draft, submission)
    applicant = known or _as_new(draft)
    return submit_application(applicant=applicant, submission=submission, by=None, at=at), known


def _as_new(draft: Draft) -> Applicant:
    details = Details(
        first_name=draft.first_name,
        last_name=draft.last_name,
        pesel=draft.pesel,
        sex=draft.sex,
        birth_date=draft.birth_date,
        citizenship=draft.citizenship,
        language=draft.language,
    )
    shown = replace(details, pesel="") if draft.doubt in {Doubt.PESEL, Doubt.APPLIED} else details
    return Applicant(details=shown, contacts=Reachable(phone=draft.phone, email=draft.email))


def _taken_over(draft: Draft, person: Person, *, at: datetime) -> set[str]:
    """What is known of somebody new goes into the record; gives the fields that found no place there."""
    _prefer(draft, person, at=at)
    if draft.is_for_ward:
        name_guardian(
            person=person,
            name=draft.guardian_name,
            kinship=Kinship(draft.kinship),
            phone=draft.phone,
            from_day=localdate(at),
            by=None,
            at=at,
        )
    return set() if _settled(draft, person, at=at) else set(HOME)


def _prefer(draft: Draft, person: Person, *, at: datetime) -> None:
    value = {ContactKind.PHONE: draft.phone, ContactKind.EMAIL: draft.email, ContactKind.POST: ""}
    kind = ContactKind(draft.way)
    add_contact(person=person, kind=kind, value=value[kind], is_preferred=True, by=None, at=at)


def _settled(draft: Draft, person: Person, *, at: datetime) -> bool:
    """Only in a town or village that is surely ours: an address of elsewhere would get our code."""
    town, day = current_municipality(), localdate(at)
    if town is None or not draft.building or not draft.locality:
        return False
    ours = {folded(name): name for name in (town.name, *localities(town.teryt_code, on=day))}
    spelled = ours.get(folded(draft.locality))
    if spelled is None:
        return False
    parts = {name: getattr(draft, name) for name in HOME} | {"locality": spelled}
    written = Written(municipality_code=town.teryt_code, **parts)
    move_in(person=person, written=written, kind=AddressKind.RESIDENCE, from_day=day, by=None, at=at)
    return True


def _forget(draft: Draft, fields: "Iterable[str]", *, but: set[str]) -> None:
    """What the record holds now is not kept a second time."""
    for name in fields:
        if name not in but:
            setattr(draft, name, None if name == "birth_date" else "")
    draft.save()
