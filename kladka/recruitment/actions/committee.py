"""Who chooses in a round, and who stays out of an application."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from kladka.audit.actions import record
from kladka.recruitment import errors
from kladka.recruitment.models import Application, Committee, CommitteeMember, Conflict, Round

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kladka.accounts.models import User
    from kladka.recruitment.choices import Seat


@transaction.atomic
def appoint_committee(
    *,
    round: Round,  # noqa: A002 - the field's own word
    members: "Mapping[User, Seat]",
    quorum: int,
    appointed_on: date,
    by: "User",
    at: datetime,
) -> Committee:
    """The committee of the round is these from now on; who is left out no longer sits. Raises NobodySits."""
    if not 1 <= quorum <= len(members):
        raise errors.NobodySits
    wanted = {"quorum": quorum, "appointed_on": appointed_on}
    committee, _ = Committee.objects.update_or_create(round=round, defaults=wanted)
    committee.members.sitting().exclude(user__in=members).update(left_on=localdate(at))
    for user, seat in members.items():
        CommitteeMember.objects.update_or_create(
            committee=committee, user=user, defaults={"role": seat, "left_on": None}
        )
    record("recruitment.committee_appointed", on=committee, by=by, at=at, members=len(members))
    return committee


@transaction.atomic
def declare_conflict(*, application: Application, by: "User", at: datetime) -> None:
    """From now on this member neither sees nor scores the application; the member's card no longer counts.

    Raises NotInCommittee.
    """
    seat = seat_in(application.round, by)
    if seat is None:
        raise errors.NotInCommittee
    Conflict.objects.get_or_create(member=seat, application=application, defaults={"declared_at": at})
    application.cards.in_force().filter(scored_by=by).update(replaced_at=at)
    record("recruitment.conflict_declared", on=application, by=by, at=at)


def seat_in(round: Round | None, user: "User") -> CommitteeMember | None:  # noqa: A002 - the field's own word
    if round is None:
        return None
    return CommitteeMember.objects.sitting().filter(committee__round=round, user=user).first()


def check_sits(round: Round | None, user: "User") -> None:  # noqa: A002 - the field's own word
    """Where there is a committee, only its members choose. Raises NotInCommittee."""
    if Committee.objects.filter(round=round).exists() and seat_in(round, user) is None:
        raise errors.NotInCommittee
