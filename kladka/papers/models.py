from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.core.clock import today
from kladka.programmes.access import CASE_WORK, CHECKING
from kladka.programmes.models import TeamMember
from kladka.programmes.models.columns import line

if TYPE_CHECKING:
    from kladka.accounts.models import User

READERS = CASE_WORK | CHECKING


class Counter(models.Model):
    """The last number given in a series. Locked while a number is taken, so that a series has no gaps."""

    series = models.CharField(_("series"), max_length=100)
    last = models.PositiveIntegerField(_("last number"))

    class Meta:
        constraints = [
            UniqueConstraint(fields=["series"], name="counter_one_of_a_series"),
            CheckConstraint(name="counter_begins_at_one", condition=Q(last__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.series}: {self.last}"


class PrintedQuerySet(models.QuerySet["Printed"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use: papers of editions in the whole of which the user leads or checks today."""
        mine = TeamMember.objects.of(user, on=today()).filter(role__in=READERS, task=None, offer=None)
        return self.filter(Exists(mine.filter(Q(edition=None) | Q(edition=OuterRef("edition")))))

    def without_content(self) -> Self:
        """For lists: the sealed data stay in the database."""
        return self.defer("content")


class Printed(models.Model):
    """A paper as it was printed: its number, the version of its template and, sealed, the data it was made from.

    The data are sealed with the person's key where the paper is about a person, and so end with it.
    """

    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "number": "personal",
        "subject_kind": "personal",
        "subject_id": "personal",
        "content": "sensitive",
        "digest": "personal",
        "printed_by": "personal",
    }

    edition = models.ForeignKey("programmes.Edition", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        "people.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    template = models.CharField(_("template"), max_length=20)
    version = models.DateField(_("version"))
    file = models.CharField(_("file of the template"), max_length=120)
    title = line(_("title"))
    number = models.CharField(_("number"), max_length=140)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    content = models.BinaryField()
    has_sensitive = models.BooleanField(_("holds sensitive data"), default=False)
    digest = models.CharField(_("digest (SHA-256)"), max_length=64)
    printed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    printed_at = models.DateTimeField(_("printed at"))

    objects = PrintedQuerySet.as_manager()

    class Meta:
        verbose_name = _("printed paper")
        ordering = ["-printed_at", "-pk"]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "template"], name="printed_of_subject"),
            models.Index(fields=["edition", "-printed_at"], name="printed_of_edition"),
        ]
        constraints = [
            UniqueConstraint(fields=["number"], name="printed_one_of_a_number"),
            CheckConstraint(name="printed_digest_is_sha256", condition=Q(digest__regex=r"^[0-9a-f]{64}$")),
        ]

    def __str__(self) -> str:
        return self.number
