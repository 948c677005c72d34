"""A programme as somebody writes it in the browser: nothing of it is in force until a second person approves it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Exists, F, OuterRef, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kladka.core.clock import today
from kladka.definitions.choices import DraftState
from kladka.definitions.models.version import Version
from kladka.programmes.access import ADMINISTRATORS, LEADING
from kladka.programmes.models import Edition, Programme, TeamMember
from kladka.programmes.models.columns import held, line

if TYPE_CHECKING:
    from kladka.accounts.models import User

OPEN = frozenset({DraftState.WRITING, DraftState.RETURNED})


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, user: "User") -> Self:
        """Drafts that the user may write or decide on: of programmes that she leads; all, for administrators."""
        roles = TeamMember.objects.of(user, on=today())
        leading = roles.filter(role__in=LEADING)
        led = Edition.objects.filter(
            Exists(leading.filter(Q(edition=None) | Q(edition=OuterRef("pk")))),
            programme=OuterRef("programme"),
        )
        own = Q(author_id=user.pk) & Q(Exists(leading))
        new = Q(programme=None) & Q(Exists(leading.filter(edition=None)))
        return self.filter(own | new | Exists(led) | Exists(roles.filter(role__in=ADMINISTRATORS)))

    def pending(self) -> Self:
        """Neither approved nor withdrawn."""
        return self.filter(state__in=[*OPEN, DraftState.HANDED_IN])

    def with_people(self) -> Self:
        return self.select_related("programme", "author", "decided_by", "version")


class Draft(models.Model):
    """The whole document, with what is still wrong in it. `base` is the revision of the programme that it amends."""

    privacy: ClassVar[Mapping[str, str]] = {
        "author": "personal",
        "writers": "personal",
        "decided_by": "personal",
    }

    programme = models.ForeignKey(
        Programme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("programme"),
    )
    base = models.PositiveIntegerField(_("revision that it amends"), default=0)
    content = models.JSONField(_("content"))
    revision = models.PositiveIntegerField(_("revision"), default=1)
    state = models.CharField(_("state"), max_length=9, choices=DraftState, default=DraftState.WRITING)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    writers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="+", verbose_name=_("wrote in it")
    )
    begun_at = models.DateTimeField(_("begun"))
    changed_at = models.DateTimeField(_("last changed"))
    reason = line(_("what changes and why"))
    amendment = models.CharField(_("amendment of the agreement"), max_length=60, blank=True)
    handed_in_at = models.DateTimeField(_("handed in"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    remarks = models.TextField(_("remarks of who decided"), blank=True)
    version = models.OneToOneField(
        Version,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="draft",
        verbose_name=_("version"),
    )

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft of a programme")
        ordering = ["-changed_at", "-pk"]
        constraints = [
            *held("definitions_draft", state=DraftState),
            CheckConstraint(
                name="definitions_draft_approved_by_another",
                condition=~Q(state=DraftState.APPROVED)
                | Q(decided_by__isnull=False) & ~Q(decided_by=F("author")),
                violation_error_message=_("A draft is approved by somebody else than its author."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What the programme is called in it."""
        head = self.content.get("programme")
        named: Any = head.get("title") if isinstance(head, dict) else ""
        return str(named or self.programme or gettext("Programme without a title"))

    @property
    def is_open(self) -> bool:
        """Whether it may still be written in."""
        return self.state in OPEN

    @property
    def is_pending(self) -> bool:
        """Neither approved nor withdrawn."""
        return self.is_open or self.state == DraftState.HANDED_IN
