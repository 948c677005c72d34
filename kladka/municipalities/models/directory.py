"""Who is served here and under which host. All of it lies in the schema `public`."""

import hashlib
from collections.abc import Mapping
from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _
from django_tenants.models import DomainMixin, TenantMixin

TERYT_CODE = RegexValidator(
    r"^\d{7}\Z", _("A TERYT code has 7 digits: voivodeship, county, municipality and its kind, like 2469011.")
)
COLOUR = RegexValidator(r"^#[0-9a-f]{6}\Z", _("Write a colour as # and six digits 0-9 a-f, like #0b5cad."))


class Municipality(TenantMixin):  # type: ignore[misc]  # django-tenants ships no types
    """A data controller of its own: its people lie in the schema of its name and nowhere else."""

    privacy: ClassVar[Mapping[str, str]] = {}
    theme_note = ""  # what its colours had to give up, for who has just added it; not kept
    auto_create_schema = False  # `actions.add_municipality` replays one

    name = models.CharField(_("name"), max_length=100)
    teryt_code = models.CharField(_("TERYT code"), max_length=7, validators=[TERYT_CODE])
    operator = models.CharField(_("office"), max_length=200, blank=True)
    helpline = models.CharField(_("telephone"), max_length=40, blank=True)
    accent = models.CharField(_("main colour"), max_length=7, blank=True, validators=[COLOUR])
    support = models.CharField(_("second colour"), max_length=7, blank=True, validators=[COLOUR])
    theme_css = models.TextField(blank=True, editable=False)  # made of the two colours by `theme`
    time_zone = models.CharField(_("time zone"), max_length=50, default="Europe/Warsaw")
    is_demo = models.BooleanField(_("the people in it are invented"), default=False)
    is_invented = models.BooleanField(_("the municipality itself is invented"), default=False)
    schema_state = models.CharField(
        max_length=64, blank=True, editable=False
    )  # `blueprint.fingerprint` of it

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name"]
        constraints = [
            UniqueConstraint(
                fields=["teryt_code"],
                name="municipality_one_of_a_code",
                violation_error_message=_("There is already a municipality with this TERYT code."),
            ),
            CheckConstraint(
                condition=Q(teryt_code__regex=r"^\d{7}$"),
                name="municipality_teryt_code_has_7_digits",
                violation_error_message=TERYT_CODE.message,
            ),
            CheckConstraint(
                condition=Q(schema_name__regex=r"^[a-z][a-z0-9_]{0,47}$") & ~Q(schema_name="public"),
                name="municipality_schema_name_is_plain",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        """The short name that commands and folders use: also the name of its schema."""
        return str(self.schema_name)

    @property
    def theme_digest(self) -> str:
        """Part of the stylesheet's address: other colours, another address. Empty: the product's own colours."""
        return hashlib.sha256(self.theme_css.encode()).hexdigest()[:12] if self.theme_css else ""

    @property
    def theme_href(self) -> str:
        return f"/theme-{self.theme_digest}.css" if self.theme_css else ""

    @property
    def host(self) -> str:
        """The host to write in links: the primary one."""
        return str(self.domains.get(is_primary=True).domain)


class Domain(DomainMixin):  # type: ignore[misc]  # django-tenants ships no types
    """A host name under which a municipality is reached."""

    privacy: ClassVar[Mapping[str, str]] = {}

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["tenant"], condition=Q(is_primary=True), name="domain_one_primary_for_a_municipality"
            )
        ]


class Blueprint(models.Model):
    """The statements that make a municipality's schema at one state of the migrations."""

    privacy: ClassVar[Mapping[str, str]] = {}

    fingerprint = models.CharField(max_length=64)
    statements = models.TextField()

    class Meta:
        constraints = [UniqueConstraint(fields=["fingerprint"], name="blueprint_one_of_a_state")]
