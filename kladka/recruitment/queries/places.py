"""Places: who holds one, how many are left, and which applications somebody already has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from kladka.programmes.choices import Relation
from kladka.recruitment.models import Application, Round

if TYPE_CHECKING:
    from kladka.people.models import Person
    from kladka.programmes.models import Edition, Offer

HARD = (Relation.EXACTLY, Relation.AT_MOST)  # "about 60" refuses nobody


@dataclass(frozen=True)
class Limit:
    places: int
    taken: int

    @property
    def left(self) -> int:
        return max(0, self.places - self.taken)


def limits_for(application: Application) -> list[Limit]:
    """Of the round, of all rounds for the same offers, and of the offer; places of others, or offered to them."""
    return list(_limits(application.round, application.offer, besides=application))


def places_of(round: Round) -> int | None:  # noqa: A002 - the field's own word
    """How many the round gives: its own limit, or what other rounds left of the total; None without a limit."""
    given = [round.limit] if hard(round.limit, round.limit_relation) else []
    if hard(round.total, round.total_relation):
        elsewhere = in_rounds_like(round).exclude(round=round).count()
        given.append(max(0, (round.total or 0) - elsewhere))
    return min((one for one in given if one is not None), default=None)


def rooms_of(round: Round) -> dict[int, int]:  # noqa: A002 - the field's own word
    """What each offer of the round can still take, where it has a limit of its own."""
    rooms = {}
    for offer in round.offers.all():
        if offer.limit is not None and hard(offer.limit, offer.limit_relation):
            elsewhere = Application.objects.holding_a_place().filter(offer=offer).exclude(round=round).count()
            rooms[offer.pk] = max(0, offer.limit - elsewhere)
    return rooms


def hard(limit: int | None, relation: str) -> bool:
    return limit is not None and relation in HARD


def left_in(round: Round) -> int | None:  # noqa: A002 - the field's own word
    """Places of the round that nobody has and nobody was offered."""
    left = [one.left for one in _limits(round, None, besides=None)]
    return min(left, default=None)


def in_rounds_like(round: Round) -> "QuerySet[Application]":  # noqa: A002 - the field's own word
    """Who holds a place in a round for an offer of this round; in this one alone where it names none."""
    like = Round.objects.filter(offers__in=round.offers.all()).values("pk")
    return Application.objects.holding_a_place().filter(Q(round__in=like) | Q(round=round))


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


def _limits(
    round: Round | None,  # noqa: A002 - the field's own word
    offer: "Offer | None",
    *,
    besides: Application | None,
) -> Iterator[Limit]:
    holding = Application.objects.holding_a_place()
    if round and hard(round.limit, round.limit_relation):
        yield _limit(round.limit, holding.filter(round=round), besides)
    if round and hard(round.total, round.total_relation):
        yield _limit(round.total, in_rounds_like(round), besides)
    if offer and hard(offer.limit, offer.limit_relation):
        yield _limit(offer.limit, holding.filter(offer=offer), besides)


def _limit(places: int | None, holding: "QuerySet[Application]", besides: Application | None) -> Limit:
    others = holding.exclude(pk=besides.pk) if besides else holding
    return Limit(places or 0, others.count())
