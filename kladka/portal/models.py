"""The portal's own records: words of the site, the accessibility statement, privacy notices."""

from collections.abc import Mapping
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.portal.choices import Audience, Conformity, Language

Row = TypeVar("Row", bound=models.Model)


class LanguageQuerySet(models.QuerySet[Row]):
    """Rows of which there is one in each language."""

    def public(self) -> Self:
        """All of them: nothing here is written but to be read by everybody."""
        return self.all()

    def spoken(self, language: str) -> Self:
        """Those of a language; the Polish ones, which bind, where there are none."""
        return self.filter(language=language) if self.filter(language=language).exists() else self.polish()

    def polish(self) -> Self:
        return self.filter(language=Language.PL)


class SiteTexts(LanguageQuerySet["SiteText"]):
    """Typed rows of the table below."""


class SiteText(models.Model):
    """What the municipality's own page says first, in one language."""

    language = models.CharField(max_length=2, choices=Language)
    headline = models.CharField(max_length=120)
    lead = models.TextField(max_length=600)
    helpline_hours = models.CharField(max_length=120, blank=True)
    getting_in = models.TextField(
        max_length=600,
        blank=True,
        help_text=_("Stairs, lift, toilets, interpreter: what a visitor asks first."),
    )
    modified_at = models.DateTimeField()

    privacy: ClassVar[Mapping[str, str]] = {}
    objects = SiteTexts.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["language"], name="portal_sitetext_one_in_each_language"),
            CheckConstraint(
                condition=Q(language__in=Language.values), name="portal_sitetext_language_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.headline


class Statements(LanguageQuerySet["AccessibilityStatement"]):
    """Typed rows of the table below."""


class AccessibilityStatement(models.Model):
    """The statement that the act of 4 April 2019 asks for, in one language; reviewed by each 31 March."""

    language = models.CharField(max_length=2, choices=Language)
    entity = models.CharField(max_length=200)
    address = models.URLField(help_text=_("The site's own address, without a page."))
    site_published_on = models.DateField()
    site_changed_on = models.DateField(help_text=_("The last change that matters."))
    conformity = models.CharField(max_length=8, choices=Conformity)
    barriers = models.TextField(
        blank=True, help_text=_("One a line: what is not accessible, why, what instead.")
    )
    prepared_on = models.DateField()
    reviewed_on = models.DateField(null=True, blank=True)
    method = models.CharField(max_length=300, blank=True)
    contact_role = models.CharField(max_length=120)
    email = models.EmailField()
    telephone = models.CharField(max_length=20)
    buildings = models.TextField(help_text=_("Architectural accessibility, one building a line."))
    communication = models.TextField(help_text=_("Sign language, hearing loop, easy text: one a line."))

    privacy: ClassVar[Mapping[str, str]] = {}
    objects = Statements.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["language"], name="portal_accessibilitystatement_one_in_each_language"),
            CheckConstraint(
                condition=Q(language__in=Language.values),
                name="portal_accessibilitystatement_language_is_known",
            ),
            CheckConstraint(
                condition=Q(conformity__in=Conformity.values),
                name="portal_accessibilitystatement_conformity_is_known",
            ),
            CheckConstraint(
                condition=Q(conformity=Conformity.FULL) | ~Q(barriers=""),
                name="portal_accessibilitystatement_barriers_are_named",
                violation_error_message=_("Say what is not accessible, or call the site compliant."),
            ),
            CheckConstraint(
                condition=Q(reviewed_on=None) | Q(reviewed_on__gte=models.F("prepared_on")),
                name="portal_accessibilitystatement_is_reviewed_after_it_was_made",
                violation_error_message=_("The review cannot be earlier than the statement itself."),
            ),
        ]

    def __str__(self) -> str:
        return self.entity


class Notices(LanguageQuerySet["PrivacyNotice"]):
    """Typed rows of the table below."""


class PrivacyNotice(models.Model):
    """How data of one circle of people are used: purpose, basis, recipients, time, rights."""

    language = models.CharField(max_length=2, choices=Language)
    audience = models.CharField(max_length=12, choices=Audience)
    controller = models.CharField(max_length=300)
    officer_email = models.EmailField()
    purpose = models.TextField()
    legal_basis = models.TextField()
    recipients = models.TextField()
    retention = models.TextField()
    voluntariness = models.TextField()
    valid_from = models.DateField()

    privacy: ClassVar[Mapping[str, str]] = {}
    objects = Notices.as_manager()

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["language", "audience"], name="portal_privacynotice_one_in_each_language"
            ),
            CheckConstraint(
                condition=Q(language__in=Language.values), name="portal_privacynotice_language_is_known"
            ),
            CheckConstraint(
                condition=Q(audience__in=Audience.values), name="portal_privacynotice_audience_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_audience_display()}, {self.language}"
