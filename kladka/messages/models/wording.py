"""A municipality's own words for an occasion, from a day on."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.core.clock import today
from kladka.messages.choices import Occasion
from kladka.people.choices import Language
from kladka.programmes.access import LEADING
from kladka.programmes.models import TeamMember
from kladka.programmes.models.columns import held

if TYPE_CHECKING:
    from kladka.accounts.models import User


class AmendedWordingQuerySet(models.QuerySet["AmendedWording"]):
    def visible_to(self, user: "User") -> Self:
        """The only door a view may use: they are nobody's personal data, and those who lead a programme amend them."""
        leads = TeamMember.objects.of(user, on=today()).filter(role__in=LEADING).exists()
        return self if leads else self.none()

    def versions_of(self, occasion: Occasion, language: str) -> Self:
        """The newest first, with who wrote each."""
        return self.filter(occasion=occasion, language=language).select_related("written_by")


class AmendedWording(models.Model):
    """One dated version. A version is never changed: whoever writes again makes the next one."""

    occasion = models.CharField(_("occasion"), max_length=13, choices=Occasion)
    language = models.CharField(_("language"), max_length=2, choices=Language)
    subject = models.CharField(_("subject"), max_length=120)
    body = models.TextField(_("text"))
    is_shipped = models.BooleanField(_("back to the wording that ships"), default=False)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(_("written at"))

    objects = AmendedWordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("wording of a message")
        ordering = ["occasion", "language", "-written_at", "-pk"]
        constraints = [
            *held("amended_wording", occasion=Occasion, language=Language),
            CheckConstraint(name="amended_wording_says_something", condition=~Q(subject="") & ~Q(body="")),
            UniqueConstraint(
                fields=["occasion", "language", "written_at"], name="amended_wording_one_at_a_moment"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_occasion_display()} ({self.language}), {self.written_at:%d.%m.%Y}"
