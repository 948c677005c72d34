"""An application and the grounds it names with their proof."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Exists, F, OuterRef, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.people.models import Involvement, Person
from kladka.people.models.involvement import Place, Reach, in_one_of
from kladka.programmes.models.columns import held, to
from kladka.recruitment.choices import Channel, Outcome
from kladka.recruitment.models.card import Card
from kladka.recruitment.models.committee import CommitteeMember
from kladka.recruitment.models.decision import Decision
from kladka.recruitment.models.promotion import Promotion

if TYPE_CHECKING:
    from kladka.accounts.models import User


def _there(places: list[Place]) -> Exists:
    """Whoever applied is involved in the edition; a role in an offer or a task reaches those who are involved there."""
    those = Involvement.objects.filter(in_one_of(places))
    return Exists(those.filter(person=OuterRef("person"), edition=OuterRef("edition")))


class ApplicationQuerySet(models.QuerySet["Application"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use: applications of those whom the user's roles of today cover.

        A committee alone sees those of its rounds; a member with a conflict of interest does not see the application.
        """
        reach = Reach.today_of(user)
        seats = list(CommitteeMember.objects.of(user).values_list("committee__round", flat=True))
        shown = self.exclude(conflicts__member__user_id=user.pk) if seats else self
        if reach.is_everything:
            return shown
        whole = [one["edition"] for one in reach.places if one.keys() == {"edition"}]
        narrow = [one for one in reach.places if one.keys() != {"edition"}]
        reached = Q(edition_id__in=whole) | Q(round_id__in=seats)
        return shown.filter(reached | Q(_there(narrow)) if narrow else reached)

    def holding_a_place(self) -> Self:
        """On the main list, or asked whether they take a place that became free."""
        decided = Decision.objects.in_force().filter(application=OuterRef("pk"), outcome=Outcome.QUALIFIED)
        asked = Promotion.objects.filter(application=OuterRef("pk"), answer="")
        has_place = Q(Exists(decided), vacated_on=None)
        return self.filter(has_place | Q(Exists(asked)), withdrawn_on=None)

    def with_place(self) -> Self:
        """On the main list, and still wanting the place."""
        return self.with_outcome(Outcome.QUALIFIED).filter(vacated_on=None)

    def waiting(self) -> Self:
        """Neither decided nor withdrawn."""
        decided = Decision.objects.in_force().filter(application=OuterRef("pk"))
        return self.filter(~Exists(decided), withdrawn_on=None)

    def to_score(self) -> Self:
        """Complete, in a round with a scheme, and without an assessment card."""
        scored = Card.objects.in_force().filter(application=OuterRef("pk"))
        return self.filter(~Exists(scored), is_complete=True, round__scheme__isnull=False)

    def ready(self) -> Self:
        """Complete, and scored where the round has a scheme."""
        scored = Card.objects.in_force().filter(application=OuterRef("pk"))
        return self.filter(Q(Exists(scored)) | Q(round__scheme=None), is_complete=True)

    def withdrawn(self) -> Self:
        return self.filter(withdrawn_on__isnull=False)

    def with_outcome(self, outcome: Outcome) -> Self:
        """Decided so, and not withdrawn since."""
        decided = Decision.objects.in_force().filter(application=OuterRef("pk"), outcome=outcome)
        return self.filter(Exists(decided), withdrawn_on=None)


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
        "vacated_on": "personal",
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="applications")
    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    round = to("recruitment.Round", _("round"))
    offer = to("programmes.Offer", _("what is applied for"))
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
    vacated_on = models.DateField(_("place free again since"), null=True, blank=True)

    is_named = True  # whether the reader of this page may know whose it is (`recruitment/naming.py`)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        ordering = ["received_at", "pk"]
        indexes = [
            models.Index(fields=["edition", "person"], name="application_by_person"),
            models.Index(fields=["-received_at", "-id"], name="application_newest_first"),
        ]
        constraints = [
            UniqueConstraint(fields=["edition", "number"], name="application_one_of_a_number"),
            UniqueConstraint(
                fields=["person", "edition", "round", "offer"],
                name="application_once",
                condition=Q(withdrawn_on=None),
                nulls_distinct=False,
                violation_error_message=_("This person has already applied."),
            ),
            *held("application", channel=Channel),
            CheckConstraint(
                name="application_close_to_another",
                condition=Q(related_to=None) | ~Q(related_to=F("person")),
                violation_error_message=_("Choose another person; nobody is close to themselves."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.person}"

    @property
    def who(self) -> str:
        """As a list calls it: the name, or for a committee the number."""
        return str(self.person) if self.is_named else self.number

    @property
    def spoken(self) -> str:
        """As a heading calls it."""
        return self.person.spoken_name if self.is_named else self.number


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
    ground = models.ForeignKey("recruitment.Ground", on_delete=models.PROTECT, related_name="+")
    evidence = models.CharField(_("what was seen"), max_length=200, blank=True)
    seen_on = models.DateField(_("seen on"), null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("seen by"),
    )

    class Meta:
        ordering = ["application", "ground__position", "pk"]
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
