"""A place becomes free and goes to the reserve in its order, one asked after the other."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.audit.actions import Change, record
from kladka.programmes.models import Edition
from kladka.recruitment import errors, queries
from kladka.recruitment.actions.application import locked
from kladka.recruitment.actions.decision import decide
from kladka.recruitment.choices import Outcome, PlaceAnswer
from kladka.recruitment.models import Application, Promotion, Protocol, Round
from kladka.recruitment.queries.places import left_in
from kladka.recruitment.queries.reserve import next_in_reserve

if TYPE_CHECKING:
    from kladka.accounts.models import User

DAYS_TO_ANSWER = 7  # where the round says nothing


@transaction.atomic
def vacate_place(*, application: Application, on: date, by: "User", at: datetime) -> None:
    """Who had the place does not take it, or left: it is free again. Twice changes nothing. Raises NoPlaceToLeave."""
    Edition.objects.select_for_update().get(pk=application.edition_id)
    if application.vacated_on:
        return
    if not Application.objects.filter(pk=application.pk).with_place().exists():
        raise errors.NoPlaceToLeave
    Application.objects.filter(pk=application.pk).update(vacated_on=on)
    record(
        "recruitment.place_vacated", on=application, by=by, at=at, changes=[Change("vacated_on", None, on)]
    )


@transaction.atomic
def offer_place(
    *,
    round: Round,  # noqa: A002 - the field's own word
    vacated_by: Application | None = None,
    by: "User",
    at: datetime,
) -> Promotion:
    """Ask the first of the reserve who still meets the conditions; who does not is passed by, with the reason.

    Raises NoProtocol, NoVacancy, ReserveEmpty.
    """
    Edition.objects.select_for_update().get(pk=round.edition_id)  # a free place is not offered twice
    if not Protocol.objects.filter(round=round).exists():
        raise errors.NoProtocol
    if left_in(round) == 0:
        raise errors.NoVacancy
    asked = localdate(at)
    until = asked + timedelta(days=DAYS_TO_ANSWER if round.answer_days is None else round.answer_days)
    for one in next_in_reserve(round):
        missing = queries.missing(one)
        promotion = Promotion.objects.create(
            application=one,
            vacated_by=vacated_by,
            asked_on=asked,
            asked_by=by,
            answer_by=until,
            answer=PlaceAnswer.LAPSED if missing else "",
            answered_on=asked if missing else None,
            reason=" ".join(error.reason for error in missing),
        )
        record("recruitment.place_offered", on=one, by=by, at=at, answer=promotion.answer)
        if not missing:
            return promotion
    raise errors.ReserveEmpty


@transaction.atomic
def pass_place_on(*, application: Application, on: date, by: "User", at: datetime) -> Promotion | None:
    """Who took part has left before the end: the place is free, and the first of the reserve is asked.

    None where there was no place to leave, or nobody can be asked for it.
    """
    Edition.objects.select_for_update().get(pk=application.edition_id)
    if not Application.objects.with_place().filter(pk=application.pk).exists():
        return None
    vacate_place(application=application, on=on, by=by, at=at)
    if application.round is None:
        return None
    try:
        return offer_place(round=application.round, vacated_by=application, by=by, at=at)
    except (errors.NoProtocol, errors.NoVacancy, errors.ReserveEmpty):
        return None


@transaction.atomic
def take_place_back(*, application: Application, by: "User", at: datetime) -> None:
    """Who had left comes back: the place counts as taken again, even if it was passed on. Twice changes nothing."""
    application = locked(application)
    if application.vacated_on is None:
        return
    before = Change("vacated_on", application.vacated_on, None)
    Application.objects.filter(pk=application.pk).update(vacated_on=None)
    record("recruitment.place_taken_back", on=application, by=by, at=at, changes=[before])


@transaction.atomic
def answer_place(
    *, promotion: Promotion, answer: PlaceAnswer, on: date, reason: str = "", by: "User", at: datetime
) -> Promotion:
    """Accepted: the person comes on the main list. Refused, or silent until the day passed: the next may be asked.

    Raises AlreadyAnswered, AnsweredOutside, StillTime and what `decide` raises.
    """
    Edition.objects.select_for_update().get(pk=promotion.application.edition_id)
    promotion = (
        Promotion.objects.select_for_update(of=("self",)).select_related("application").get(pk=promotion.pk)
    )
    if promotion.answer:
        raise errors.AlreadyAnswered
    if not promotion.asked_on <= on <= localdate(at):
        raise errors.AnsweredOutside(promotion.asked_on, localdate(at))
    if answer == PlaceAnswer.NO_ANSWER and on <= promotion.answer_by:
        raise errors.StillTime(promotion.answer_by)
    promotion.answer, promotion.answered_on, promotion.reason = answer, on, reason.strip()
    promotion.save(update_fields=["answer", "answered_on", "reason"])
    record("recruitment.place_answered", on=promotion.application, by=by, at=at, answer=str(answer))
    if answer == PlaceAnswer.ACCEPTED:
        decide(application=promotion.application, outcome=Outcome.QUALIFIED, decided_on=on, by=by, at=at)
    return promotion
