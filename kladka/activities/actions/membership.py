"""Who belongs to a group or a club, from which day to which."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from kladka.activities import errors
from kladka.activities.models import Group, GroupMembership
from kladka.audit.actions import Change, record
from kladka.people.actions import Taking, involve_all
from kladka.programmes.choices import Relation

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.participation.models import Participation

LIMITING = {Relation.EXACTLY, Relation.AT_MOST, Relation.ABOUT}


@transaction.atomic
def add_member(
    *, group: Group, participation: "Participation", from_day: date, by: "User", at: datetime
) -> GroupMembership:
    """Give somebody a place in a group; whoever reaches the group's offer reaches the person from now on.

    Raises OfAnotherEdition, InGroupAlready, GroupFull.
    """
    group = Group.objects.select_for_update(of=("self",)).select_related("offer__task").get(pk=group.pk)
    name = participation.person.spoken_name
    if participation.edition_id != group.edition_id:
        raise errors.OfAnotherEdition(name=name)
    if group.memberships.filter(participation=participation).on(from_day).exists():
        raise errors.InGroupAlready(name=name, title=str(group))
    _check_there_is_room(group, from_day)
    member = GroupMembership.objects.create(group=group, participation=participation, from_day=from_day)
    involve_all(
        [
            Taking(
                person=participation.person,
                edition=group.edition,
                task=group.offer.task,
                offer=group.offer,
                from_day=from_day,
            )
        ]
    )
    record("activities.member_added", on=group, by=by, at=at, person=participation.person.public_id)
    return member


def _check_there_is_room(group: Group, day: date) -> None:
    """Raises GroupFull; “at least 10” and “over 10” limit nothing."""
    if group.places is None or group.places_relation not in LIMITING:
        return
    if GroupMembership.objects.on(day).filter(group=group).count() >= group.places:
        raise errors.GroupFull(title=str(group), places=group.places)


@transaction.atomic
def end_membership(*, membership: GroupMembership, last_day: date, by: "User", at: datetime) -> None:
    """The last day still counts. Saying the same day twice changes nothing."""
    membership = GroupMembership.objects.select_for_update().get(pk=membership.pk)
    if membership.to_day == last_day:
        return
    change = Change("to_day", membership.to_day, last_day)
    membership.to_day = last_day
    membership.save(update_fields=["to_day"])
    record("activities.membership_ended", on=membership.group, by=by, at=at, changes=[change])
