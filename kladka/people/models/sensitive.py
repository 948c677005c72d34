"""What few may read. Every reading of `SensitiveTraits` is logged (see `actions.read_sensitive`)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from kladka.people.choices import Answer, ConsentKind, Degree, NeedKind
from kladka.people.models.person import Person
from kladka.programmes.models.columns import held, held_or_empty

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

FLAGS = ("has_disability", "homeless", "minority", "foreign_origin", "other_disadvantage")


def answer(words: "StrOrPromise") -> "models.CharField[str, str]":
    return models.CharField(words, max_length=7, choices=Answer, blank=True)


class SensitiveTraits(models.Model):
    """What the person said of itself; copied into the entry snapshot on the day of the first support."""

    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "has_disability": "sensitive",
        "homeless": "sensitive",
        "minority": "sensitive",
        "foreign_origin": "sensitive",
        "other_disadvantage": "sensitive",
        "disability_degree": "sensitive",
        "disability_symbol": "sensitive",
        "certificate_until": "sensitive",
    }

    person = models.OneToOneField(Person, on_delete=models.PROTECT, primary_key=True, related_name="+")
    has_disability = answer(_("disability"))
    homeless = answer(_("homeless or excluded from housing"))
    minority = answer(_("national or ethnic minority"))
    foreign_origin = answer(_("foreign background"))
    other_disadvantage = answer(_("other disadvantage"))
    disability_degree = models.CharField(_("degree of disability"), max_length=8, choices=Degree, blank=True)
    disability_symbol = models.CharField(_("symbol in the certificate"), max_length=20, blank=True)
    certificate_until = models.DateField(_("certificate valid until"), null=True, blank=True)

    class Meta:
        constraints = [
            *held_or_empty("sensitive_traits", **dict.fromkeys(FLAGS, Answer), disability_degree=Degree),
        ]

    def __str__(self) -> str:
        return str(self.person_id)


class Need(models.Model):
    """Something a person needs in order to take part."""

    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "kind": "sensitive",
        "note": "sensitive",
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="needs")
    kind = models.CharField(_("need"), max_length=14, choices=NeedKind)
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ["person", "kind"]
        constraints = [
            UniqueConstraint(fields=["person", "kind"], name="need_once"),
            *held("need", kind=NeedKind),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Consent(models.Model):
    """An answer to a question of consent. A later answer is a row of its own; the newest holds."""

    privacy: ClassVar[Mapping[str, str]] = {
        "person": "personal",
        "kind": "personal",
        "answer": "personal",
        "given_on": "personal",
        "text_version": "personal",
        "withdrawn_on": "personal",
    }

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    kind = models.CharField(_("consent"), max_length=8, choices=ConsentKind)
    answer = models.CharField(_("answer"), max_length=7, choices=Answer)
    given_on = models.DateField(_("given on"))
    text_version = models.CharField(_("version of the text"), max_length=60, blank=True)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)

    class Meta:
        ordering = ["person", "kind", "-given_on", "-pk"]
        constraints = [
            *held("consent", kind=ConsentKind, answer=Answer),
            CheckConstraint(
                name="consent_withdrawn_after_given",
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("given_on"), answer=Answer.YES),
                violation_error_message=_("A consent can only be withdrawn after it was given."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_answer_display()}"
