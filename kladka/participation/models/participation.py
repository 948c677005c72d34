"""One person in one edition, from the agreement to the last day."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import CheckConstraint, Exists, F, OuterRef, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.participation import rules
from kladka.participation.choices import AgreementKind, Kind, State
from kladka.people.models import Involvement, Person
from kladka.programmes.models.columns import held, line

if TYPE_CHECKING:
    from kladka.accounts.models import User
    from kladka.participation.models.snapshot import EntryDeclaration


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use: nothing outside the user's own programmes, tasks and dates."""
        reached = Involvement.objects.reached_today_by(user)
        return self.filter(Exists(reached.filter(person=OuterRef("person"), edition=OuterRef("edition"))))

    def participants(self) -> Self:
        """Not their close environment, which is counted apart."""
        return self.filter(kind=Kind.PARTICIPANT)

    def started(self) -> Self:
        return self.exclude(started_on=None)

    def qualified(self) -> Self:
        """Agreed and not yet come, not gone either."""
        return self.filter(started_on=None, left_on=None)

    def running_on(self, day: date) -> Self:
        """Started and not yet left; the last day still counts."""
        return self.filter(Q(left_on=None) | Q(left_on__gte=day), started_on__lte=day)

    def ended_by(self, day: date) -> Self:
        """Whose last day is over."""
        return self.started().filter(left_on__lt=day)

    def open_on(self, day: date) -> Self:
        """Who may get a support on this day: agreed by then, and not yet left."""
        return self.filter(Q(left_on=None) | Q(left_on__gte=day), opened_on__lte=day)


class Participation(models.Model):
    """Opened by the agreement. `started_on` and `snapshot` follow from the supports received, never from a button."""

    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "edition": "personal",
        "application": "personal",
        "number": "personal",
        "kind": "personal",
        "related": "personal",
        "opened_on": "personal",
        "started_on": "personal",
        "left_on": "personal",
        "snapshot": "personal",
        "technical_id": "personal",
        "remark": "personal",
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="participations")
    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    application = models.OneToOneField(
        "recruitment.Application",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="participation",
        verbose_name=_("application"),
    )
    number = models.CharField(_("number"), max_length=40)
    kind = models.CharField(_("kind"), max_length=11, choices=Kind, default=Kind.PARTICIPANT)
    related = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="environment",
        verbose_name=_("close to"),
    )
    opened_on = models.DateField(_("agreed on"))
    started_on = models.DateField(_("start"), null=True, blank=True)
    left_on = models.DateField(_("last day"), null=True, blank=True)
    snapshot = models.OneToOneField(
        "participation.EntrySnapshot", on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    technical_id = models.CharField(_("identifier in the official system"), max_length=40, blank=True)
    remark = line(_("remark for the official file"))

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("participation")
        indexes = [
            models.Index(fields=["edition", "started_on"], name="participation_by_start"),
            models.Index(fields=["edition", "person"], name="participation_by_person"),
        ]
        constraints = [
            UniqueConstraint(
                fields=["person", "edition"],
                name="participation_one_active",
                condition=Q(left_on=None),
                violation_error_message=_("This person already takes part in this edition."),
            ),
            UniqueConstraint(fields=["edition", "number"], name="participation_one_of_a_number"),
            *held("participation", kind=Kind),
            CheckConstraint(
                name="participation_days_in_order",
                condition=Q(left_on=None) | Q(started_on=None) | Q(left_on__gte=F("started_on")),
                violation_error_message=_("The last day cannot be before the first support."),
            ),
            CheckConstraint(
                name="participation_snapshot_with_start",
                condition=Q(started_on=None, snapshot=None)
                | Q(started_on__isnull=False, snapshot__isnull=False),
            ),
            CheckConstraint(
                name="participation_related_if_environment",
                condition=Q(kind=Kind.PARTICIPANT, related=None) | Q(kind=Kind.ENVIRONMENT),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.person}"

    def state_on(self, day: date) -> State:
        return rules.state_on(day, started_on=self.started_on, left_on=self.left_on)

    @property
    def declared(self) -> "EntryDeclaration | None":
        """What was said at entry, where it was written down."""
        return getattr(self, "declaration", None)

    @property
    def standing(self) -> rules.Standing:
        """What decides whether a support may be recorded by name."""
        return rules.Standing(
            name=self.person.spoken_name,
            kind=self.kind,
            opened_on=self.opened_on,
            declared_on=self.declared.declared_on if self.declared else None,
            left_on=self.left_on,
        )


class Agreement(models.Model):
    """A paper by which a person takes part: an agreement, a declaration, a social contract."""

    privacy: ClassVar[Mapping[str, str]] = {
        "participation": "personal",
        "kind": "personal",
        "number": "personal",
        "signed_on": "personal",
        "notice_given_on": "personal",
        "ended_on": "personal",
    }

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="agreements")
    kind = models.CharField(_("kind"), max_length=15, choices=AgreementKind, default=AgreementKind.AGREEMENT)
    number = models.CharField(_("number"), max_length=60)
    signed_on = models.DateField(_("signed on"))
    notice_given_on = models.DateField(_("data protection notice given on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    class Meta:
        ordering = ["participation", "signed_on", "pk"]
        constraints = [
            UniqueConstraint(fields=["participation", "kind", "number"], name="agreement_once"),
            *held("agreement", kind=AgreementKind),
            CheckConstraint(
                name="agreement_days_in_order", condition=Q(ended_on=None) | Q(ended_on__gte=F("signed_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"
