"""Imports that were done, row by row, so that they can be undone; how sheets were understood; files that wait."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.imports.choices import Made
from kladka.programmes.models import Edition
from kladka.programmes.models.columns import held

if TYPE_CHECKING:
    from kladka.accounts.models import User


class ImportQuerySet(models.QuerySet["Import"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use."""
        return self.filter(edition__in=Edition.objects.visible_to(user))


class Import(models.Model):
    """One file that came in, whole or only its good rows; undone, its rows are gone and it stays."""

    privacy: ClassVar[Mapping[str, str]] = {"made_by": "personal", "undone_by": "personal"}

    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(_("file"), max_length=200)
    digest = models.CharField(_("digest (SHA-256)"), max_length=64)
    rows = models.PositiveIntegerField(_("rows"), default=0)
    new = models.PositiveIntegerField(_("new"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    duplicate = models.PositiveIntegerField(_("duplicates"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made at"))
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    undone_at = models.DateTimeField(_("undone at"), null=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        ordering = ["-made_at", "-pk"]
        constraints = [
            CheckConstraint(name="import_digest_is_sha256", condition=Q(digest__regex=r"^[0-9a-f]{64}$")),
            CheckConstraint(
                name="import_undone_by_somebody",
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def source_id(self) -> int:
        """Under which supports are restated; below zero, as the first imports wrote the participation's key there."""
        return -self.pk


class ImportedRow(models.Model):
    """What one row did. Of what was changed, `before` keeps how it had been, for undoing."""

    privacy: ClassVar[Mapping[str, str]] = {
        "participation": "personal",
        "sheet": "personal",
        "before": "personal",
    }

    whole = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="lines")
    sheet = models.CharField(_("sheet"), max_length=100, blank=True)
    number = models.PositiveIntegerField(_("row"))
    participation = models.ForeignKey(
        "participation.Participation", on_delete=models.PROTECT, related_name="+"
    )
    made = models.CharField(_("done"), max_length=7, choices=Made)
    before = models.JSONField(default=dict)

    class Meta:
        ordering = ["whole", "sheet", "number"]
        constraints = [
            UniqueConstraint(fields=["whole", "sheet", "number"], name="imported_row_once"),
            *held("imported_row", made=Made),
        ]

    def __str__(self) -> str:
        return f"{self.whole}, {self.number}"


class Understanding(models.Model):
    """How the sheets with one header are understood: the last mapping that was used for it."""

    privacy: ClassVar[Mapping[str, str]] = {}

    fingerprint = models.CharField(max_length=64)
    mapping = models.JSONField()
    used_at = models.DateTimeField(_("last used at"))

    class Meta:
        constraints = [UniqueConstraint(fields=["fingerprint"], name="understanding_one_of_a_header")]

    def __str__(self) -> str:
        return self.fingerprint


class UploadQuerySet(models.QuerySet["Upload"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use."""
        return self.filter(edition__in=Edition.objects.visible_to(user))


class Upload(models.Model):
    """A file that waits for its mapping and its rehearsal: sealed, and gone when it is done or given up."""

    privacy: ClassVar[Mapping[str, str]] = {
        "file_name": "personal",
        "content": "sensitive",
        "corrections": "sensitive",
        "sent_by": "personal",
    }

    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    file_name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField()
    mapping = models.JSONField(default=dict)
    corrections = models.JSONField(default=list)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(_("sent at"))

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name
