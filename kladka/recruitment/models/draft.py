"""An application that a resident fills in on the portal, and how often a door was knocked at."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.people.choices import Citizenship, ContactKind, Kinship, Language, Sex
from kladka.people.rules import LONGEST_NAME
from kladka.programmes.models.columns import held, held_or_empty, to
from kladka.recruitment.choices import Doubt, ForWhom, Knock

OPEN_FOR = timedelta(hours=1)


class DraftQuerySet(models.QuerySet["Draft"]):
    def unsent(self) -> Self:
        return self.filter(application=None)

    def outdated(self, on: date) -> Self:
        """Not sent, and kept as long as was promised; the promised day still counts."""
        return self.unsent().filter(keep_until__lt=on)

    def in_doubt(self) -> Self:
        """Nobody has looked at a document of the applicant yet."""
        return self.filter(doubt_cleared_at=None).exclude(doubt="")


class Draft(models.Model):
    """Answers given so far. Once sent, only what the record does not hold elsewhere stays here.

    The address of its pages holds the secret; here stands its digest, so that a copy of the database opens nothing.
    """

    privacy: ClassVar[Mapping[str, str]] = {
        "secret_digest": "personal",
        "edition": "personal",
        "round": "personal",
        "offer": "personal",
        "language": "personal",
        "answered": "personal",
        "for_whom": "personal",
        "first_name": "personal",
        "last_name": "personal",
        "pesel": "personal",
        "birth_date": "personal",
        "sex": "personal",
        "citizenship": "personal",
        "guardian_name": "personal",
        "kinship": "personal",
        "phone": "personal",
        "email": "personal",
        "way": "personal",
        "needs_arrangements": "personal",
        "street": "personal",
        "building": "personal",
        "flat": "personal",
        "postcode": "personal",
        "locality": "personal",
        "application": "personal",
        "doubt": "personal",
        "doubt_cleared_by": "personal",
    }

    secret_digest = models.CharField(max_length=64, editable=False)
    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    round = to("recruitment.Round", _("round"), on_delete=models.SET_NULL)
    offer = to("programmes.Offer", _("what is applied for"), on_delete=models.SET_NULL)
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.POLISH)
    answered = ArrayField(models.CharField(max_length=8), default=list, blank=True)

    for_whom = models.CharField(_("for whom"), max_length=4, choices=ForWhom, blank=True)
    first_name = models.CharField(_("first name"), max_length=LONGEST_NAME, blank=True)
    last_name = models.CharField(_("surname"), max_length=LONGEST_NAME, blank=True)
    pesel = models.CharField(_("PESEL"), max_length=11, blank=True)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    sex = models.CharField(_("sex"), max_length=5, choices=Sex, blank=True)
    citizenship = models.CharField(_("citizenship"), max_length=10, choices=Citizenship, blank=True)
    guardian_name = models.CharField(_("guardian"), max_length=2 * LONGEST_NAME + 1, blank=True)
    kinship = models.CharField(_("who it is to the person"), max_length=11, choices=Kinship, blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    way = models.CharField(_("how to answer"), max_length=5, choices=ContactKind, blank=True)
    needs_arrangements = models.BooleanField(_("needs arrangements"), default=False)
    street = models.CharField(_("street"), max_length=150, blank=True)
    building = models.CharField(_("building"), max_length=20, blank=True)
    flat = models.CharField(_("flat"), max_length=20, blank=True)
    postcode = models.CharField(_("postcode"), max_length=6, blank=True)
    locality = models.CharField(_("town or village"), max_length=100, blank=True)

    started_at = models.DateTimeField(_("started at"))
    seen_at = models.DateTimeField(_("last seen at"))
    keep_until = models.DateField(_("kept until"))
    application = models.OneToOneField(
        "recruitment.Application",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="draft",
        verbose_name=_("application"),
    )
    doubt = models.CharField(_("check who this is"), max_length=8, choices=Doubt, blank=True)
    doubt_cleared_at = models.DateTimeField(_("checked at"), null=True, blank=True)
    doubt_cleared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("checked by"),
    )

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("application on the portal")
        ordering = ["pk"]
        indexes = [models.Index(fields=["keep_until"], name="draft_to_keep_until")]
        constraints = [
            UniqueConstraint(fields=["secret_digest"], name="draft_secret_is_own"),
            *held("draft", language=Language),
            *held_or_empty(
                "draft",
                for_whom=ForWhom,
                sex=Sex,
                citizenship=Citizenship,
                kinship=Kinship,
                way=ContactKind,
                doubt=Doubt,
            ),
            CheckConstraint(
                name="draft_doubt_of_a_sent_one",
                condition=Q(doubt="", doubt_cleared_at=None) | Q(application__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """No name: it stands in lists of what was deleted."""
        return f"{self.pk}"

    @property
    def is_for_ward(self) -> bool:
        return self.for_whom == ForWhom.WARD

    @property
    def is_in_doubt(self) -> bool:
        """Nobody has looked at a document yet."""
        return bool(self.doubt) and self.doubt_cleared_at is None

    def is_locked(self, at: datetime) -> bool:
        """Left alone so long that the answers are shown only to who knows the code."""
        return at - self.seen_at > OPEN_FOR


class KnockCount(models.Model):
    """How often somebody knocked in an hour. The source is a keyed digest: nobody is known by it."""

    privacy: ClassVar[Mapping[str, str]] = {"source": "personal"}

    kind = models.CharField(max_length=5, choices=Knock)
    source = models.CharField(max_length=64)
    hour = models.DateTimeField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["pk"]
        constraints = [
            UniqueConstraint(fields=["kind", "source", "hour"], name="knock_count_once_an_hour"),
            *held("knock_count", kind=Knock),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.hour:%d.%m.%Y %H}: {self.number}"
