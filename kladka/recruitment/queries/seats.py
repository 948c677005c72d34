"""What waits for a member of committees."""

from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q

from kladka.recruitment.choices import Cards
from kladka.recruitment.models import Application, Card, CommitteeMember, Conflict, Round

if TYPE_CHECKING:
    from kladka.accounts.models import User


def to_score_by(user: "User") -> list[tuple[Round, int]]:
    """Rounds on whose committee the user sits, each with how many applications wait for a card."""
    card = Card.objects.in_force().filter(application=OuterRef("pk"))
    own = card.filter(scored_by=user.pk)
    is_scored = Q(Exists(card), round__scheme__cards=Cards.JOINT) | Q(Exists(own))
    seats = CommitteeMember.objects.of(user).filter(committee__round=OuterRef("round"))
    stays_out = Conflict.objects.filter(application=OuterRef("pk"), member__user=user.pk)
    waiting = Application.objects.waiting().filter(
        ~is_scored, ~Exists(stays_out), Exists(seats), is_complete=True, round__scheme__isnull=False
    )
    counted = dict(waiting.order_by().values_list("round").annotate(number=Count("pk")))
    rounds = Round.objects.filter(pk__in=counted).order_by("closes", "pk")
    return [(one, counted[one.pk]) for one in rounds]
