"""What was found in each line of the official file, and the files that were sent."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from kladka.programmes.models import Edition
from kladka.programmes.models.columns import line

if TYPE_CHECKING:
    from kladka.accounts.models import User


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def of(self, edition: Edition) -> Self:
        """Of those who are in the edition's file; a start taken back takes its verdict out."""
        return self.filter(participation__edition=edition, participation__started_on__isnull=False)

    def faulty(self) -> Self:
        return self.exclude(findings=[])


class Verdict(models.Model):
    """The last check of one line. It holds as long as `fingerprint` is that of the line and what lies behind it."""

    privacy: ClassVar[Mapping[str, str]] = {
        "participation": "personal",
        "fingerprint": "personal",
        "findings": "sensitive",
    }

    participation = models.OneToOneField(
        "participation.Participation", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    fingerprint = models.CharField(max_length=32)
    is_sound = models.BooleanField(_("may stand in the file"))
    findings = models.JSONField(_("findings"), default=list)
    checked_at = models.DateTimeField(_("checked at"))

    objects = VerdictQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.participation_id}: {self.is_sound}"


class PackageQuerySet(models.QuerySet["Package"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use."""
        return self.filter(edition__in=Edition.objects.visible_to(user))

    def without_content(self) -> Self:
        """For lists: the bytes stay in the database."""
        return self.defer("content")


class Package(models.Model):
    """A file as it was made for sending: its bytes, sealed, and their digest. Never changed."""

    privacy: ClassVar[Mapping[str, str]] = {"content": "sensitive", "made_by": "personal"}

    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    profile = models.CharField(_("profile"), max_length=60)
    layout = line(_("layout"))
    is_forced = models.BooleanField(_("in spite of the regime"), default=False)
    file_name = models.CharField(_("file"), max_length=200)
    rows = models.PositiveIntegerField(_("people"))
    left_out = models.PositiveIntegerField(_("left out"), default=0)
    size = models.PositiveIntegerField(_("bytes"))
    digest = models.CharField(_("digest (SHA-256)"), max_length=64)
    content = models.BinaryField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made at"))

    objects = PackageQuerySet.as_manager()

    class Meta:
        verbose_name = _("sealed package")
        ordering = ["-made_at", "-pk"]
        constraints = [
            CheckConstraint(name="package_digest_is_sha256", condition=Q(digest__regex=r"^[0-9a-f]{64}$"))
        ]

    def __str__(self) -> str:
        return self.file_name
