"""Reads over applications: what the checks look at, and places that are left."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils.timezone import localdate

from kladka.core.errors import DomainError
from kladka.programmes.choices import Precision, Relation
from kladka.programmes.rules import PartialDate
from kladka.recruitment import rules
from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application, Ground, GroundClaim, Round

if TYPE_CHECKING:
    from kladka.people.models import Person
    from kladka.programmes.models import Edition, Offer

HARD = (Relation.EXACTLY, Relation.AT_MOST)  # "about 60" refuses nobody


def case_of(application: Application) -> rules.Case:
    """What the record says of an application, for the checks."""
    person, offer = application.person, application.offer
    group = offer.target_group if offer else None
    return rules.Case(
        received_on=localdate(application.received_at),
        birth_date=person.birth_date,
        is_complete=application.is_complete,
        is_withdrawn=application.withdrawn_on is not None,
        wants_ground=Ground.objects.filter(edition=application.edition_id).exists(),
        grounds=tuple(map(named, application.grounds.select_related("ground"))),
        age_from=group.age_from if group else None,
        age_to=group.age_to if group else None,
        is_close_to_somebody=application.related_to_id is not None,
        is_close_to_participant=takes_part(application.related_to, application.edition),
    )


def missing(application: Application) -> list[DomainError]:
    """What stands in the way of being qualified."""
    return list(rules.missing(case_of(application)))


def named(claim: GroundClaim) -> rules.Named:
    ground = claim.ground
    valid = window(ground.valid_from, ground.valid_from_precision, ground.valid_to, ground.valid_to_precision)
    return rules.Named(title=ground.title, valid=valid, is_seen=claim.seen_on is not None)


def window_of(round: Round) -> rules.Window:  # noqa: A002 - the field's own word
    return window(round.opens, round.opens_precision, round.closes, round.closes_precision)


def window(opens: date | None, opens_as: str, closes: date | None, closes_as: str) -> rules.Window:
    """From the first possible day of what was published to the last possible one."""
    return rules.Window(
        opens=PartialDate(opens, Precision(opens_as)).first_day if opens else None,
        closes=PartialDate(closes, Precision(closes_as)).last_day if closes else None,
    )


def takes_part(person: "Person | None", edition: "Edition") -> bool:
    """Whether the person has applied to the edition or takes part in it."""
    return person is not None and person.involvements.filter(edition=edition).exists()


def places_of(application: Application) -> int | None:
    """The narrower of the limits of the round and of the offer; None where neither is published exactly."""
    limits = [
        holder.limit
        for holder in (application.round, application.offer)
        if holder is not None and holder.limit is not None and holder.limit_relation in HARD
    ]
    return min(limits, default=None)


def taken_with(application: Application) -> int:
    """How many others have a place in the same round and offer."""
    rivals = Application.objects.filter(
        edition=application.edition_id, round=application.round_id, offer=application.offer_id
    )
    return rivals.with_outcome(Outcome.QUALIFIED).exclude(pk=application.pk).count()


def open_of(person: "Person", *, edition: "Edition") -> QuerySet[Application]:
    """Applications of the person in the edition that were not withdrawn."""
    return Application.objects.filter(person=person, edition=edition, withdrawn_on=None)


def same_as(
    person: "Person",
    *,
    edition: "Edition",
    round: "Round | None",  # noqa: A002 - the field's own word
    offer: "Offer | None",
) -> Application | None:
    return open_of(person, edition=edition).filter(round=round, offer=offer).first()
