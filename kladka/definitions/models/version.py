"""Former versions of programmes, as canonical files. What is in force are rows of the modules, never these."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.programmes.models import Programme

if TYPE_CHECKING:
    from kladka.accounts.models import User


class VersionQuerySet(models.QuerySet["Version"]):
    def visible_to(self, user: "User") -> Self:
        """Versions of the programmes in which the user works today."""
        return self.filter(programme__in=Programme.objects.visible_to(user))


class Version(models.Model):
    """The file of a programme as it was after one loading."""

    privacy: ClassVar[Mapping[str, str]] = {"loaded_by": "personal"}

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(_("revision"))
    text = models.TextField(_("file"))
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    loaded_at = models.DateTimeField(_("loaded at"))

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a programme")
        ordering = ["programme", "-revision"]
        constraints = [UniqueConstraint(fields=["programme", "revision"], name="version_one_of_a_revision")]

    def __str__(self) -> str:
        return f"{self.programme} {self.revision}"
