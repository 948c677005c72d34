"""Who chooses in a round, and whom a member may neither see nor score."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.core.clock import today
from kladka.programmes.models import TeamMember
from kladka.programmes.models.columns import held
from kladka.recruitment.choices import Seat

if TYPE_CHECKING:
    from kladka.accounts.models import User


class Committee(models.Model):
    """The committee of one round. It may decide when so many members as its quorum are there."""

    round = models.OneToOneField("recruitment.Round", on_delete=models.PROTECT, related_name="committee")
    quorum = models.PositiveSmallIntegerField(_("quorum"))
    appointed_on = models.DateField(_("appointed on"))

    class Meta:
        verbose_name = _("committee")
        constraints = [
            CheckConstraint(
                name="committee_quorum_is_somebody",
                condition=Q(quorum__gte=1),
                violation_error_message=_("At least one member must be there."),
            )
        ]

    def __str__(self) -> str:
        return str(self.round)


class CommitteeMemberQuerySet(models.QuerySet["CommitteeMember"]):
    def sitting(self) -> Self:
        """Not taken out since."""
        return self.filter(left_on=None)

    def of(self, user: "User") -> Self:
        """Seats that the user's roles of today still allow: access ends with the role."""
        roles = TeamMember.objects.of(user, on=today()).working_in_programmes()
        there = Q(edition=None) | Q(edition=OuterRef("committee__round__edition"))
        return self.sitting().filter(Exists(roles.filter(there)), user_id=user.pk)


class CommitteeMember(models.Model):
    privacy: ClassVar[Mapping[str, str]] = {"user": "personal"}

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role in the committee"), max_length=9, choices=Seat, default=Seat.MEMBER)
    left_on = models.DateField(_("left on"), null=True, blank=True)

    objects = CommitteeMemberQuerySet.as_manager()

    class Meta:
        ordering = ["committee", "pk"]
        constraints = [
            *held("committee_member", role=Seat),
            UniqueConstraint(
                fields=["committee", "user"],
                name="committee_member_once",
                violation_error_message=_("This person already sits in the committee."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)


class Conflict(models.Model):
    """A member is close to an applicant: from now on the member neither sees nor scores the application."""

    privacy: ClassVar[Mapping[str, str]] = {
        "member": "personal",
        "application": "personal",
        "declared_at": "personal",
    }

    member = models.ForeignKey(CommitteeMember, on_delete=models.PROTECT, related_name="conflicts")
    application = models.ForeignKey(
        "recruitment.Application", on_delete=models.PROTECT, related_name="conflicts"
    )
    declared_at = models.DateTimeField(_("declared at"))

    class Meta:
        verbose_name = _("conflict of interest")
        constraints = [UniqueConstraint(fields=["member", "application"], name="conflict_once")]

    def __str__(self) -> str:
        return f"{self.member} – {self.application}"
