"""An application, the grounds it names with their proof, and what was decided."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.core.clock import today
from kladka.people.models import Involvement, Person
from kladka.recruitment.choices import Channel, Outcome

if TYPE_CHECKING:
    from kladka.accounts.models import User


class ApplicationQuerySet(models.QuerySet["Application"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use: applications to the user's own programmes."""
        reached = Involvement.objects.reached_by(user, on=today())
        return self.filter(Exists(reached.filter(person=OuterRef("person"), edition=OuterRef("edition"))))

    def waiting(self) -> Self:
        """Neither decided nor withdrawn."""
        decided = Decision.objects.in_force().filter(application=OuterRef("pk"))
        return self.filter(~Exists(decided), withdrawn_on=None)

    def with_outcome(self, outcome: Outcome) -> Self:
        decided = Decision.objects.in_force().filter(application=OuterRef("pk"), outcome=outcome)
        return self.filter(Exists(decided))


class Application(models.Model):
    """Somebody wants to take part. The number is all that a public list may show."""

    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "edition": "personal",
        "round": "personal",
        "offer": "personal",
        "related_to": "personal",
        "number": "personal",
        "received_at": "personal",
        "channel": "personal",
        "is_complete": "personal",
        "entered_by": "personal",
        "withdrawn_on": "personal",
        "note": "sensitive",
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="applications")
    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(
        "recruitment.RecruitmentRound",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applications",
        verbose_name=_("round"),
    )
    offer = models.ForeignKey(
        "programmes.Offer",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("what is applied for"),
    )
    related_to = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applications_of_close_ones",
        verbose_name=_("as the close environment of"),
    )
    number = models.CharField(_("number"), max_length=40)
    received_at = models.DateTimeField(_("received at"))
    channel = models.CharField(_("how it came"), max_length=9, choices=Channel, default=Channel.IN_PERSON)
    is_complete = models.BooleanField(_("complete and signed"), default=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["received_at", "pk"]
        indexes = [models.Index(fields=["edition", "person"], name="application_by_person")]
        constraints = [
            UniqueConstraint(fields=["edition", "number"], name="application_one_of_a_number"),
            UniqueConstraint(
                fields=["person", "edition", "round", "offer"],
                name="application_once",
                condition=Q(withdrawn_on=None),
                nulls_distinct=False,
                violation_error_message=_("This person has already applied."),
            ),
            CheckConstraint(name="application_channel_is_known", condition=Q(channel__in=Channel.values)),
            CheckConstraint(
                name="application_close_to_another",
                condition=Q(related_to=None) | ~Q(related_to=models.F("person")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.person}"


class GroundClaim(models.Model):
    """A ground that the applicant names; it counts when somebody has seen the proof. No copy is kept."""

    privacy: ClassVar[Mapping[str, str]] = {
        "application": "personal",
        "ground": "sensitive",
        "evidence": "sensitive",
        "seen_on": "personal",
        "seen_by": "personal",
    }

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="grounds")
    ground = models.ForeignKey("recruitment.EligibilityGround", on_delete=models.PROTECT, related_name="+")
    evidence = models.CharField(_("evidence"), max_length=200, blank=True)
    seen_on = models.DateField(_("seen on"), null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["application", "ground"]
        constraints = [
            UniqueConstraint(fields=["application", "ground"], name="ground_claim_once"),
            CheckConstraint(
                name="ground_claim_seen_by_somebody",
                condition=Q(seen_on=None, seen_by=None)
                | Q(seen_on__isnull=False, seen_by__isnull=False) & ~Q(evidence=""),
                violation_error_message=_("Say what was seen, when and by whom."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.ground)


class DecisionQuerySet(models.QuerySet["Decision"]):
    def in_force(self) -> Self:
        return self.filter(replaced_at=None)


class Decision(models.Model):
    """What was decided. A new decision replaces the one before, which stays."""

    privacy: ClassVar[Mapping[str, str]] = {
        "application": "personal",
        "outcome": "personal",
        "decided_on": "personal",
        "decided_by": "personal",
        "reason": "sensitive",
        "recorded_at": "personal",
        "replaced_at": "personal",
    }

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(_("decision"), max_length=13, choices=Outcome)
    decided_on = models.DateField(_("decided on"))
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(_("reason"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"))
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["application", "-recorded_at"]
        constraints = [
            UniqueConstraint(
                fields=["application"], name="decision_one_in_force", condition=Q(replaced_at=None)
            ),
            CheckConstraint(name="decision_outcome_is_known", condition=Q(outcome__in=Outcome.values)),
            CheckConstraint(
                name="decision_refusal_has_a_reason",
                condition=~Q(outcome=Outcome.NOT_QUALIFIED) | ~Q(reason=""),
                violation_error_message=_("Write why the person is not qualified."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, {self.decided_on}"
