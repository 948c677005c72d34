"""Who may enter and who may decide; who sees an application is the door's matter."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from kladka.accounts.models import User
from kladka.programmes.access import CASE_WORK, SCORING, can_recruit, roles_of, works_as
from kladka.programmes.models import TeamMember
from kladka.recruitment.models import CommitteeMember

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from kladka.programmes.models import Edition
    from kladka.recruitment.models import Round


PRINTING = CASE_WORK


def can_decide(user: "User", edition: "Edition") -> bool:
    """Case workers and the committee."""
    return works_as(user, CASE_WORK | SCORING, edition=edition)


def can_choose(user: "User", round: "Round") -> bool:  # noqa: A002 - the field's own word
    """Score and decide in a round: its committee; where none is appointed, whoever may decide."""
    members = members_of(round)
    if members:
        return any(one.user_id == user.pk for one in members)
    return can_decide(user, round.edition)


def members_of(round: "Round") -> "QuerySet[CommitteeMember]":  # noqa: A002 - the field's own word
    return CommitteeMember.objects.sitting().filter(committee__round=round).select_related("user")


def who_may_sit(round: "Round", *, on: date) -> "QuerySet[User]":  # noqa: A002 - the field's own word
    """Those whose role on this day is the committee's or case work in the edition."""
    here = Q(edition=None) | Q(edition=round.edition_id)
    roles = TeamMember.objects.running_on(on).filter(here, role__in=CASE_WORK | SCORING, user=OuterRef("pk"))
    return User._default_manager.filter(Exists(roles)).order_by("name", "pk")  # noqa: SLF001 - documented by Django


def editions_to_enter(user: "User", editions: "Iterable[Edition]", *, on: date) -> "list[Edition]":
    """Of these, the ones where the user may enter applications; one query for all."""
    roles = [
        one for one in roles_of(user, on=on) if one.role in CASE_WORK and not (one.task_id or one.offer_id)
    ]
    covered = {one.edition_id for one in roles}
    return [edition for edition in editions if covered & {None, edition.pk}]


__all__ = ["can_choose", "can_decide", "can_recruit", "editions_to_enter", "members_of", "who_may_sit"]
