"""Who works in a programme, from when to when."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from kladka.accounts.models import User
from kladka.audit.actions import Change, record
from kladka.programmes import errors
from kladka.programmes.access import OUTSIDERS
from kladka.programmes.choices import TeamRole
from kladka.programmes.models import Edition, Offer, Task, TeamMember


@transaction.atomic
def give_role(  # noqa: PLR0913 - each is named by the caller
    *,
    user: User,
    role: TeamRole,
    edition: Edition | None = None,
    task: Task | None = None,
    offer: Offer | None = None,
    from_day: date,
    to_day: date | None = None,
    by: User,
    at: datetime,
) -> TeamMember:
    """From this day, and on the last day still, the user has the role there; without an edition, in all of them.

    Raises RoleHeld, RoleEndsBeforeItBegins, OutsiderWithoutTask, AdministratorInAnEdition, PlacesDiffer.
    """
    User._default_manager.select_for_update().get(pk=user.pk)  # noqa: SLF001 - two clerks, one role
    member = TeamMember(
        user=user, role=role, edition=edition, task=task, offer=offer, from_day=from_day, to_day=to_day
    )
    check_days(member)
    check_place(member)
    if held_in(member).exists():
        raise errors.RoleHeld
    member.save()
    record("programmes.role_given", on=member, by=by, at=at, changes=said(member))
    return member


@transaction.atomic
def end_role(*, member: TeamMember, on: date, reason: str = "", by: User, at: datetime) -> None:
    """The last day of a role; said again, another last day. Raises RoleEndsBeforeItBegins, LastAdministrator."""
    member = TeamMember.objects.select_for_update().get(pk=member.pk)
    change = Change("to_day", member.to_day, on)
    member.to_day = on
    check_days(member)
    if member.role == TeamRole.ADMINISTRATOR:
        check_another_administrator(member)
    member.save(update_fields=["to_day"])
    record("programmes.role_ended", on=member, by=by, at=at, reason=reason.strip(), changes=[change])


def check_days(member: TeamMember) -> None:
    if member.to_day and member.to_day < member.from_day:
        raise errors.RoleEndsBeforeItBegins(member.from_day)


def check_place(member: TeamMember) -> None:
    if member.role == TeamRole.ADMINISTRATOR and member.edition:
        raise errors.AdministratorInAnEdition
    if member.role in OUTSIDERS and not (member.task or member.offer):
        raise errors.OutsiderWithoutTask
    inside = {one.edition_id for one in (member.task, member.offer) if one}
    if inside - {member.edition_id}:
        raise errors.PlacesDiffer


def held_in(member: TeamMember) -> QuerySet[TeamMember]:
    """The user's other roles of the same name and place on any of these days."""
    same = {"role": member.role, "edition": member.edition, "task": member.task, "offer": member.offer}
    overlapping = Q(to_day=None) | Q(to_day__gte=member.from_day)
    found = TeamMember.objects.filter(overlapping, user=member.user, **same).exclude(pk=member.pk)
    return found.filter(from_day__lte=member.to_day) if member.to_day else found


def check_another_administrator(member: TeamMember) -> None:
    """Somebody must be able to let people in for good."""
    lasting = TeamMember.objects.filter(role=TeamRole.ADMINISTRATOR, to_day=None, user__is_active=True)
    if not lasting.exclude(pk=member.pk).exists():
        raise errors.LastAdministrator


def said(member: TeamMember) -> list[Change]:
    """What the role is, where and when; what is left open is not said."""
    fields = {"role": member.role, "edition": member.edition, "task": member.task, "offer": member.offer}
    days = {"from_day": member.from_day, "to_day": member.to_day}
    return [Change(name, None, value) for name, value in {**fields, **days}.items() if value]
