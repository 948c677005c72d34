"""The reserve of a round in the order of its last protocol, and who of it may be asked next."""

from django.db.models import Exists, OuterRef, QuerySet

from kladka.recruitment.choices import Outcome
from kladka.recruitment.models import Application, Promotion, RankingEntry, Round


def reserve_of(round: Round) -> QuerySet[RankingEntry]:  # noqa: A002 - the field's own word
    """Who is on the reserve list now, in the order of asking."""
    waiting = Application.objects.with_outcome(Outcome.RESERVE).filter(pk=OuterRef("application"))
    entries = RankingEntry.objects.filter(protocol__round=round, protocol__later=None)
    return entries.filter(Exists(waiting)).select_related("application__person").order_by("turn")


def asked_in(round: Round) -> QuerySet[Promotion]:  # noqa: A002 - the field's own word
    """Everybody to whom a place of the round was offered, with what was answered."""
    return Promotion.objects.filter(application__round=round).select_related("application__person")


def next_in_reserve(round: Round) -> list[Application]:  # noqa: A002 - the field's own word
    """Those who were not asked yet: who refused keeps the place on the list and is not asked again."""
    asked = Promotion.objects.filter(application=OuterRef("application"))
    entries = reserve_of(round).filter(~Exists(asked))
    return [
        entry.application
        for entry in entries.select_related("application__person", "application__offer__target_group")
    ]
