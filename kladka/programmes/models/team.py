"""Who works in a programme, as what, from which day to which: every access is decided on these rows."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Exists, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.core.clock import today
from kladka.programmes.choices import TeamRole
from kladka.programmes.models.columns import held

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.programmes.models.programme import Edition
    from kladka.programmes.models.work import Offer, Task


class TeamMemberQuerySet(models.QuerySet["TeamMember"]):
    def of(self, user: "User", *, on: date) -> Self:
        """The user's roles of this day; the last day still counts."""
        if not user.is_authenticated:
            return self.none()
        return self.running_on(on).filter(user_id=user.pk)

    def running_on(self, day: date) -> Self:
        """Begun and not yet ended; the last day still counts."""
        return self.filter(Q(to_day=None) | Q(to_day__gte=day), from_day__lte=day)

    def with_places(self) -> Self:
        return self.select_related("edition__programme", "task", "offer")

    def visible_to(self, user: "User") -> Self:
        """Roles are kept by administrators; nobody else reaches them."""
        mine = type(self)(self.model).of(user, on=today())
        return self.filter(Exists(mine.filter(role=TeamRole.ADMINISTRATOR)))

    def working_in_programmes(self) -> Self:
        """Without administrators, who keep users and settings and see no programme from within."""
        return self.exclude(role=TeamRole.ADMINISTRATOR)

    def unnarrowed(self) -> Self:
        """Roles in every edition, whole."""
        return self.filter(edition=None, task=None, offer=None)

    def reaches_everything(self, user: "User", *, on: date) -> bool:
        """Whether some role of this day covers every person of every edition."""
        return self.of(user, on=on).working_in_programmes().unnarrowed().exists()


class TeamMember(models.Model):
    """A user's role: in all editions, in one, or only in a task or an offer of it."""

    privacy: ClassVar[Mapping[str, str]] = {"user": "personal"}

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(_("role"), max_length=14, choices=TeamRole)
    edition = models.ForeignKey(
        "programmes.Edition", on_delete=models.PROTECT, null=True, blank=True, related_name="team"
    )
    task = models.ForeignKey(
        "programmes.Task", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    offer = models.ForeignKey(
        "programmes.Offer", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    from_day = models.DateField(_("from"))
    to_day = models.DateField(_("to"), null=True, blank=True)

    objects = TeamMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("role in a programme")
        ordering = ["user", "from_day", "pk"]
        constraints = [
            *held("team_member", role=TeamRole),
            UniqueConstraint(
                fields=["user", "role", "edition", "task", "offer", "from_day"],
                name="team_member_once",
                nulls_distinct=False,
                violation_error_message=_("This user already has this role from this day."),
            ),
            CheckConstraint(
                name="team_member_days_in_order",
                condition=Q(to_day=None) | Q(to_day__gte=F("from_day")),
                violation_error_message=_("The last day of a role must not be before its first."),
            ),
            CheckConstraint(
                name="team_member_narrowed_inside_an_edition",
                condition=Q(task=None, offer=None) | Q(edition__isnull=False),
                violation_error_message=_("Choose the edition of this task or offer."),
            ),
            CheckConstraint(
                name="team_member_administrator_of_all",
                condition=~Q(role=TeamRole.ADMINISTRATOR) | Q(edition=None),
                violation_error_message=_("An administrator has no single edition; leave it empty."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"

    def covers(
        self, *, edition: "Edition | None" = None, task: "Task | None" = None, offer: "Offer | None" = None
    ) -> bool:
        """Whether this place lies in what the role is narrowed to; None is more than any single place."""
        return (
            self.edition_id in {None, edition and edition.pk}
            and self.task_id in {None, task and task.pk}
            and self.offer_id in {None, offer and offer.pk}
        )

    @property
    def where(self) -> str:
        """The edition and what in it the role is narrowed to; empty for all editions."""
        return ", ".join(str(one) for one in (self.edition, self.task, self.offer) if one)
