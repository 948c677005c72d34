"""Who the person was on the day of the first support: declared before, frozen then, corrected only by amendment."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Final

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kladka.participation.choices import Cause, Education, LabourDetail, LabourStatus
from kladka.participation.errors import ValueUnknown
from kladka.participation.models.participation import Participation
from kladka.people.choices import Answer, Citizenship, Degree, Kinship, Sex
from kladka.people.models.sensitive import FLAGS, answer
from kladka.programmes.models.columns import held, held_or_empty

FACTS_PRIVACY: Final[Mapping[str, str]] = {
    "education": "personal",
    "labour_status": "personal",
    "labour_detail": "personal",
    "is_registered": "personal",
    "unemployed_since": "personal",
    "education_planned_end": "personal",
    "occupation": "personal",
    "employer": "personal",
    "jobless_household": "sensitive",
    "with_dependent_children": "sensitive",
    "single_adult": "sensitive",
    "kinship": "personal",
}


TRAITS: Final = (*FLAGS, "disability_degree")


class EntryFacts(models.Model):
    """What a person says of itself at entry. Empty: not known."""

    education = models.CharField(_("education"), max_length=9, choices=Education, blank=True)
    labour_status = models.CharField(
        _("status on the labour market"), max_length=10, choices=LabourStatus, blank=True
    )
    labour_detail = models.CharField(_("of which"), max_length=23, choices=LabourDetail, blank=True)
    is_registered = models.BooleanField(_("registered in the labour office"), null=True, blank=True)
    unemployed_since = models.DateField(_("without work since"), null=True, blank=True)
    education_planned_end = models.DateField(_("planned end of education"), null=True, blank=True)
    occupation = models.CharField(_("occupation"), max_length=150, blank=True)
    employer = models.CharField(_("employer"), max_length=200, blank=True)
    jobless_household = models.BooleanField(_("household without work"), null=True, blank=True)
    with_dependent_children = models.BooleanField(_("with dependent children"), null=True, blank=True)
    single_adult = models.BooleanField(_("one adult with dependent children"), null=True, blank=True)
    kinship = models.CharField(_("who it is to the participant"), max_length=11, choices=Kinship, blank=True)

    class Meta:
        abstract = True
        constraints = [
            *held_or_empty(
                "%(class)s",
                education=Education,
                labour_status=LabourStatus,
                labour_detail=LabourDetail,
                kinship=Kinship,
            ),
            CheckConstraint(
                name="%(class)s_detail_under_a_status",
                condition=Q(labour_detail="") | ~Q(labour_status=""),
                violation_error_message=_("Choose the status on the labour market first."),
            ),
        ]


class EntryDeclaration(EntryFacts):
    """What was declared with the agreement. Open to change until the first support freezes it."""

    privacy: ClassVar[Mapping[str, str]] = {
        **FACTS_PRIVACY,
        "participation": "personal",
        "declared_on": "personal",
        "recorded_at": "personal",
    }

    participation = models.OneToOneField(
        Participation, on_delete=models.PROTECT, primary_key=True, related_name="declaration"
    )
    declared_on = models.DateField(_("declared on"))
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta(EntryFacts.Meta):
        pass

    def __str__(self) -> str:
        return str(self.participation)


class EntrySnapshot(EntryFacts):
    """A version of the frozen entry traits. Never changed; the one in force is `Participation.snapshot`."""

    privacy: ClassVar[Mapping[str, str]] = {
        **FACTS_PRIVACY,
        "participation": "personal",
        "version": "personal",
        "cause": "personal",
        "started_on": "personal",
        "taken_at": "personal",
        "age": "personal",
        "sex": "personal",
        "citizenship": "personal",
        "municipality_code": "personal",
        "locality": "personal",
        "postcode": "personal",
        "degurba": "personal",
        "replaced_at": "personal",
    }

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="snapshots")
    version = models.PositiveSmallIntegerField(_("version"))
    cause = models.CharField(_("cause"), max_length=7, choices=Cause)
    started_on = models.DateField(_("start"))
    taken_at = models.DateTimeField(_("taken at"))
    age = models.PositiveSmallIntegerField(_("age"))
    sex = models.CharField(_("sex"), max_length=5, choices=Sex)
    citizenship = models.CharField(_("citizenship"), max_length=10, choices=Citizenship)
    municipality_code = models.CharField(_("TERYT code"), max_length=7, blank=True)
    locality = models.CharField(_("locality"), max_length=100, blank=True)
    postcode = models.CharField(_("postcode"), max_length=6, blank=True)
    degurba = models.PositiveSmallIntegerField(_("degree of urbanisation"), null=True, blank=True)
    replaced_at = models.DateTimeField(_("in force until"), null=True, blank=True)

    class Meta(EntryFacts.Meta):
        ordering = ["participation", "-version"]
        constraints = [
            *EntryFacts.Meta.constraints,
            UniqueConstraint(fields=["participation", "version"], name="entry_snapshot_one_of_a_version"),
            UniqueConstraint(
                fields=["participation"], name="entry_snapshot_one_in_force", condition=Q(replaced_at=None)
            ),
            CheckConstraint(name="entry_snapshot_versions_from_one", condition=Q(version__gte=1)),
            *held("entry_snapshot", cause=Cause, sex=Sex, citizenship=Citizenship),
            CheckConstraint(
                name="entry_snapshot_degurba_is_known", condition=Q(degurba=None) | Q(degurba__in=[1, 2, 3])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participation}, {self.version}"


class EntryTraits(models.Model):
    """The frozen flags that few may read and that must be counted: plain columns of a table of their own."""

    privacy: ClassVar[Mapping[str, str]] = {
        "snapshot": "personal",
        **dict.fromkeys(TRAITS, "sensitive"),
    }

    snapshot = models.OneToOneField(
        EntrySnapshot, on_delete=models.PROTECT, primary_key=True, related_name="traits"
    )
    has_disability = answer(_("disability"))
    homeless = answer(_("homeless or excluded from housing"))
    minority = answer(_("national or ethnic minority"))
    foreign_origin = answer(_("foreign background"))
    other_disadvantage = answer(_("other disadvantage"))
    disability_degree = models.CharField(_("degree of disability"), max_length=8, choices=Degree, blank=True)

    class Meta:
        constraints = [
            *held_or_empty("entry_traits", disability_degree=Degree, **dict.fromkeys(FLAGS, Answer)),
        ]

    def __str__(self) -> str:
        return str(self.snapshot_id)


class EntryGround(models.Model):
    """A ground of eligibility that the person met at entry, as its proof was seen with the application."""

    privacy: ClassVar[Mapping[str, str]] = {"snapshot": "personal", "ground": "sensitive"}

    snapshot = models.ForeignKey(EntrySnapshot, on_delete=models.PROTECT, related_name="grounds")
    ground = models.ForeignKey("recruitment.Ground", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["snapshot", "ground"]
        constraints = [UniqueConstraint(fields=["snapshot", "ground"], name="entry_ground_once")]

    def __str__(self) -> str:
        return str(self.ground)


def typed(name: str, text: str) -> object:
    """The value of a frozen column or trait from its text; nothing is “not known”. Raises ValueUnknown."""
    field = column(name)
    if not text and field.null:
        return None
    try:
        return field.clean(text, None)
    except ValidationError as error:
        raise ValueUnknown(text) from error


def as_text(value: object) -> str:
    """As `typed` reads it again."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def column(name: str) -> "models.Field[Any, Any]":
    """By which the value is named, chosen and shown."""
    model: type[models.Model] = EntryTraits if name in TRAITS else EntrySnapshot
    found: models.Field[Any, Any] = model._meta.get_field(name)  # type: ignore[assignment]  # noqa: SLF001 - plain columns
    return found


def in_words(name: str, text: str) -> str:
    """A value as people read it."""
    value = typed(name, text)
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, date):
        return date_format(value)
    chosen = dict(column(name).flatchoices).get(text, text)
    return str(chosen) or "–"
