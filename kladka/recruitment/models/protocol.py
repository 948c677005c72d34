"""What the committee found and decided, sealed. A later change is a new protocol."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.programmes.models.columns import held, line
from kladka.recruitment.choices import Outcome, Signing
from kladka.recruitment.models.committee import CommitteeMember
from kladka.recruitment.models.round import Round

if TYPE_CHECKING:
    from kladka.accounts.models import User


class Draw(models.Model):
    """The lot of a round: its random start value, kept so that anybody can draw again."""

    privacy: ClassVar[Mapping[str, str]] = {"drawn_by": "personal"}

    round = models.OneToOneField("recruitment.Round", on_delete=models.PROTECT, related_name="draw")
    seed = models.CharField(_("start value"), max_length=64)
    drawn_at = models.DateTimeField(_("drawn at"))
    drawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("lot")
        constraints = [CheckConstraint(name="draw_has_a_seed", condition=~Q(seed=""))]

    def __str__(self) -> str:
        return self.seed


class Ruling(models.Model):
    """The place that the committee gave an application among equals, and how it came to that."""

    privacy: ClassVar[Mapping[str, str]] = {
        "application": "personal",
        "place": "personal",
        "how": "personal",
        "ruled_by": "personal",
        "ruled_at": "personal",
    }

    application = models.OneToOneField(
        "recruitment.Application", on_delete=models.PROTECT, related_name="ruling"
    )
    place = models.PositiveIntegerField(_("place among equals"))
    how = line(_("how"))
    ruled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ruled_at = models.DateTimeField(_("ruled at"))

    class Meta:
        verbose_name = _("ruling among equals")
        constraints = [CheckConstraint(name="ruling_says_how", condition=~Q(how=""))]

    def __str__(self) -> str:
        return f"{self.application}: {self.place}"


class ProtocolQuerySet(models.QuerySet["Protocol"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use."""
        return self.filter(round__in=Round.objects.visible_to(user))

    def in_force(self) -> Self:
        """The last of each round."""
        return self.filter(later=None)


class Protocol(models.Model):
    """A-04: its bytes, sealed, and their digest. Never changed; `replaces` names the one before."""

    privacy: ClassVar[Mapping[str, str]] = {
        "content": "personal",
        "sealed_by": "personal",
        "objections": "sensitive",
    }

    round = models.ForeignKey("recruitment.Round", on_delete=models.PROTECT, related_name="protocols")
    scheme = models.ForeignKey("recruitment.Scheme", on_delete=models.PROTECT, null=True, related_name="+")
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="later")
    number = models.CharField(_("number"), max_length=100)
    held_at = models.DateTimeField(_("held at"))
    place = line(_("place"))
    objections = models.TextField(_("objections"), blank=True)
    received = models.PositiveIntegerField(_("received"))
    correct = models.PositiveIntegerField(_("formally correct"))
    rejected = models.PositiveIntegerField(_("rejected"))
    present = models.ManyToManyField(CommitteeMember, related_name="+", verbose_name=_("present"))
    digest = models.CharField(_("digest (SHA-256)"), max_length=64)
    content = models.BinaryField()
    sealed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sealed_at = models.DateTimeField(_("sealed at"))
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)

    objects = ProtocolQuerySet.as_manager()

    class Meta:
        verbose_name = _("protocol")
        ordering = ["-sealed_at", "-pk"]
        constraints = [
            UniqueConstraint(fields=["number"], name="protocol_one_of_a_number"),
            UniqueConstraint(
                fields=["round"], name="protocol_one_first_of_a_round", condition=Q(replaces=None)
            ),
            CheckConstraint(name="protocol_digest_is_sha256", condition=Q(digest__regex=r"^[0-9a-f]{64}$")),
        ]

    def __str__(self) -> str:
        return self.number


class RankingEntry(models.Model):
    """One line of the ranking as it was sealed. Equal ones share a position; `turn` is the order of asking."""

    privacy: ClassVar[Mapping[str, str]] = {
        "protocol": "personal",
        "application": "personal",
        "turn": "personal",
        "position": "personal",
        "total": "personal",
        "precedence": "personal",
        "outcome": "personal",
        "because": "sensitive",
    }

    protocol = models.ForeignKey(Protocol, on_delete=models.PROTECT, related_name="entries")
    application = models.ForeignKey(
        "recruitment.Application", on_delete=models.PROTECT, related_name="entries"
    )
    turn = models.PositiveIntegerField(_("turn"))
    position = models.PositiveIntegerField(_("position"), null=True, blank=True)
    total = models.DecimalField(_("points together"), max_digits=18, decimal_places=6)
    precedence = models.DecimalField(_("precedence"), max_digits=18, decimal_places=6)
    outcome = models.CharField(_("list"), max_length=13, choices=Outcome)
    because = models.TextField(_("why there"))

    class Meta:
        ordering = ["protocol", "turn"]
        constraints = [
            UniqueConstraint(fields=["protocol", "application"], name="ranking_entry_once"),
            UniqueConstraint(fields=["protocol", "turn"], name="ranking_entry_one_of_a_turn"),
            *held("ranking_entry", outcome=Outcome),
        ]

    def __str__(self) -> str:
        return f"{self.protocol}: {self.turn}"


class Signature(models.Model):
    """A member signs by name, signed in, or on the printed protocol; the candidate signs neither."""

    privacy: ClassVar[Mapping[str, str]] = {"member": "personal", "noted_by": "personal"}

    protocol = models.ForeignKey(Protocol, on_delete=models.PROTECT, related_name="signatures")
    member = models.ForeignKey(CommitteeMember, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(_("how signed"), max_length=8, choices=Signing)
    signed_at = models.DateTimeField(_("signed at"))
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("signature")
        ordering = ["protocol", "signed_at", "pk"]
        constraints = [
            UniqueConstraint(fields=["protocol", "member"], name="signature_once"),
            *held("signature", way=Signing),
        ]

    def __str__(self) -> str:
        return f"{self.protocol}: {self.member}"
