"""What the record says of applications, for the checks; a number of statements that does not grow."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from kladka.people.models import Involvement
from kladka.programmes.choices import Precision
from kladka.programmes.rules import PartialDate
from kladka.recruitment import errors, rules
from kladka.recruitment.models import Application, Ground, GroundClaim, Round

if TYPE_CHECKING:
    from kladka.people.models import Person
    from kladka.programmes.models import Edition


def case_of(application: Application) -> rules.Case:
    return cases_of([application])[application.pk]


def cases_of(applications: Sequence[Application]) -> dict[int, rules.Case]:
    """By the number of the row. The caller selects `person` and `offer__target_group` with them."""
    editions = {one.edition_id for one in applications}
    wanting = set(Ground.objects.filter(edition__in=editions).values_list("edition", flat=True))
    claims = _claims_of(applications)
    there = _taking_part(applications)
    return {
        one.pk: _case(
            one,
            wants_ground=one.edition_id in wanting,
            grounds=claims[one.pk],
            is_close=(one.related_to_id, one.edition_id) in there,
        )
        for one in applications
    }


def missing(application: Application) -> list[errors.Unmet]:
    """What stands in the way of being qualified."""
    return list(rules.missing(case_of(application)))


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


def _case(
    one: Application, *, wants_ground: bool, grounds: Sequence[rules.Named], is_close: bool
) -> rules.Case:
    group = one.offer.target_group if one.offer else None
    return rules.Case(
        received_on=localdate(one.received_at),
        birth_date=one.person.birth_date,
        is_complete=one.is_complete,
        is_withdrawn=one.withdrawn_on is not None,
        wants_ground=wants_ground,
        grounds=tuple(grounds),
        age_from=group.age_from if group else None,
        age_to=group.age_to if group else None,
        is_close_to_somebody=one.related_to_id is not None,
        is_close_to_participant=is_close,
    )


def _claims_of(applications: Sequence[Application]) -> dict[int, list[rules.Named]]:
    claims: dict[int, list[rules.Named]] = defaultdict(list)
    for claim in GroundClaim.objects.filter(application__in=applications).select_related("ground"):
        claims[claim.application_id].append(_named(claim))
    return claims


def _named(claim: GroundClaim) -> rules.Named:
    ground = claim.ground
    valid = window(ground.valid_from, ground.valid_from_precision, ground.valid_to, ground.valid_to_precision)
    return rules.Named(title=ground.title, valid=valid, is_seen=claim.seen_on is not None)


def _taking_part(applications: Sequence[Application]) -> set[tuple[int, int]]:
    """Which of the persons whom applicants are close to are in which edition."""
    close = {one.related_to_id for one in applications} - {None}
    if not close:
        return set()
    there = Involvement.objects.filter(person__in=close, edition__in={one.edition_id for one in applications})
    return set(there.values_list("person_id", "edition_id"))
