"""What is typed about a participation, as the actions want to hear it; nothing is saved here."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kladka.core.forms import DayInput
from kladka.participation import rules
from kladka.participation.actions import Paper, Result, Step
from kladka.participation.choices import (
    AgreementKind,
    Education,
    ExitReason,
    LabourDetail,
    LabourStatus,
    Situation,
)
from kladka.participation.models import EntrySnapshot, Plan
from kladka.participation.models.snapshot import as_text
from kladka.people.choices import Answer, Citizenship, Degree, Kinship, Sex
from kladka.programmes.models import Edition, Support

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Words

UNKNOWN: Final = ("", _("not known"))
YES_OR_NO: Final = (UNKNOWN, ("True", _("yes")), ("False", _("no")))


def day(label: "Words", *, required: bool = True, help_text: "Words" = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, help_text=help_text, widget=DayInput())


def choice(label: "Words", of: type[TextChoices], *, required: bool = False) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[UNKNOWN, *of.choices], required=required)


def by_hand(reasons: type[ExitReason]) -> list[tuple[str, object]]:
    """All but what only a merge of two records says."""
    return [(one.value, one.label) for one in reasons if one is not ExitReason.DUPLICATE]


def words(
    label: "Words", *, longest: int, help_text: "Words" = "", required: bool = False
) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, help_text=help_text, required=required)


def yes_or_no(label: "Words") -> forms.TypedChoiceField:
    known: Callable[[str], bool] = "True".__eq__
    return forms.TypedChoiceField(
        label=label, choices=YES_OR_NO, coerce=known, empty_value=None, required=False
    )


def answered(label: "Words") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", _("not asked")), *Answer.choices], required=False)


def details_by_status() -> list[tuple[object, object]]:
    """Each detail under its status, so that a wrong pair is not even near."""
    groups = [
        (status.label, [(one.value, one.label) for one in LabourDetail if one in rules.details_of(status)])
        for status in LabourStatus
    ]
    return [UNKNOWN, *groups]


class FactsForm(forms.Form):
    """What somebody says of itself at entry, and the answers to the sensitive questions."""

    hide_optional = True  # nearly everything may stay empty: the page says so once

    education = choice(_("Education"), Education)
    labour_status = choice(_("Status on the labour market"), LabourStatus)
    labour_detail = forms.ChoiceField(label=_("Of which"), choices=details_by_status, required=False)
    is_registered = yes_or_no(_("Registered in the labour office"))
    unemployed_since = day(_("Without work since"), required=False)
    occupation = words(_("Occupation"), longest=150)
    employer = words(_("Employer"), longest=200)
    education_planned_end = day(
        _("Planned end of education"), required=False, help_text=_("Only for pupils and students.")
    )
    jobless_household = yes_or_no(_("Nobody in the household works"))
    with_dependent_children = yes_or_no(_("Dependent children in the household"))
    single_adult = yes_or_no(_("One adult with dependent children"))
    has_disability = answered(_("Disability"))
    disability_degree = choice(_("Degree of disability"), Degree)
    homeless = answered(_("Homeless or excluded from housing"))
    minority = answered(_("National or ethnic minority"))
    foreign_origin = answered(_("Foreign background"))
    other_disadvantage = answered(_("Other disadvantage"))
    kinship = choice(_("Who it is to the participant"), Kinship)

    WORK = ("education", "labour_status", "labour_detail", "is_registered", "unemployed_since", "occupation",
            "employer", "education_planned_end")  # fmt: skip
    HOUSEHOLD = ("jobless_household", "with_dependent_children", "single_adult", "kinship")
    SENSITIVE = ("has_disability", "disability_degree", "homeless", "minority", "foreign_origin",
                 "other_disadvantage")  # fmt: skip

    def of(self, names: Iterable[str]) -> list[forms.BoundField]:
        return [self[name] for name in names if name in self.fields]

    def work(self) -> list[forms.BoundField]:
        return self.of(self.WORK)

    def household(self) -> list[forms.BoundField]:
        return self.of(self.HOUSEHOLD)

    def sensitive(self) -> list[forms.BoundField]:
        return self.of(self.SENSITIVE)


class EntryForm(FactsForm):
    """The declaration of entry."""

    declared_on = day(_("Declaration signed on"))
    field_order = ("declared_on",)

    @property
    def facts(self) -> rules.EntryFacts:
        return rules.EntryFacts(**{name: self.cleaned_data[name] for name in rules.FACTS})

    @property
    def flags(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.SENSITIVE}


class AmendmentForm(FactsForm):
    """The frozen values as they stand; those that are changed here are corrected."""

    age = forms.IntegerField(label=_("Age at the start"), min_value=0, max_value=130)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex.choices)
    citizenship = forms.ChoiceField(label=_("Citizenship"), choices=Citizenship.choices)
    locality = words(_("Locality"), longest=100)
    postcode = words(_("Postcode"), longest=6)
    municipality_code = words(_("TERYT code of the municipality"), longest=7)
    degurba = forms.TypedChoiceField(
        label=_("Degree of urbanisation"),
        choices=[UNKNOWN, ("1", "1"), ("2", "2"), ("3", "3")],
        coerce=int,
        empty_value=None,
        required=False,
    )
    reason = words(
        _("Why is it corrected?"), longest=300, required=True, help_text=_("It stays beside the correction.")
    )
    evidence = words(
        _("What proves it"), longest=300, help_text=_("What was seen, for example a certificate.")
    )

    PERSON = ("age", "sex", "citizenship", "municipality_code", "locality", "postcode", "degurba")

    def __init__(self, data: Any = None, *, snapshot: EntrySnapshot) -> None:
        values = {name: getattr(snapshot, name) for name in (*rules.FACTS, *self.PERSON)}
        values |= {name: getattr(snapshot.traits, name) for name in self.SENSITIVE}
        self.frozen = values
        shown = {name: as_text(value) for name, value in values.items()}
        super().__init__(data, initial=shown)

    def person(self) -> list[forms.BoundField]:
        return self.of(self.PERSON)

    def proof(self) -> list[forms.BoundField]:
        return self.of(("reason", "evidence"))

    @property
    def values(self) -> dict[str, str]:
        """What was changed, as text."""
        return {
            name: as_text(self.cleaned_data[name])
            for name, before in self.frozen.items()
            if self.cleaned_data[name] != before
        }


class AgreementForm(forms.Form):
    """A paper by which somebody joins an edition."""

    edition = forms.ChoiceField(label=_("Edition"))
    kind = forms.ChoiceField(label=_("Kind of paper"), choices=AgreementKind.choices)
    signed_on = day(_("Signed on"))
    number = words(
        _("Number of the paper"),
        longest=60,
        help_text=_("Left empty, it is the number of the participation."),
    )
    notice_given_on = day(_("Data protection notice given on"), required=False)
    related = words(
        _("In the close environment of"),
        longest=40,
        help_text=_("Number of the participant, for example U/12. Empty for a participant."),
    )

    def __init__(self, *args: Any, editions: Iterable[Edition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.editions: Mapping[str, Edition] = {str(one.pk): one for one in editions}
        choices = [(key, str(one)) for key, one in self.editions.items()]
        cast("forms.ChoiceField", self.fields["edition"]).choices = choices

    @property
    def chosen(self) -> Edition:
        return self.editions[self.cleaned_data["edition"]]

    @property
    def paper(self) -> Paper:
        said = self.cleaned_data
        return Paper(
            signed_on=said["signed_on"],
            kind=AgreementKind(said["kind"]),
            number=said["number"],
            notice_given_on=said["notice_given_on"],
        )


class ExitForm(forms.Form):
    left_on = day(_("Last day"), help_text=_("The last support, or the day of dropping out."))
    reason = forms.ChoiceField(label=_("Why it ended"), choices=[UNKNOWN, *by_hand(ExitReason)])
    path_completed = forms.ChoiceField(
        label=_("Was the path completed as planned?"),
        choices=[("True", _("yes")), ("False", _("no"))],
        widget=forms.RadioSelect,
    )

    @property
    def is_completed(self) -> bool:
        return bool(self.cleaned_data["path_completed"] == "True")


class ReopenForm(forms.Form):
    reason = words(_("Why does the person come back?"), longest=300, required=True)


class OutcomeForm(forms.Form):
    """What has changed for the person."""

    situation = choice(_("What has changed?"), Situation, required=True)
    happened_on = day(_("Since when"))
    evidence = words(_("What proves it"), longest=200, help_text=_("For example a contract, a certificate."))
    received_on = day(_("Evidence received on"), required=False)

    @property
    def result(self) -> Result:
        said = self.cleaned_data
        return Result(
            situation=Situation(said["situation"]),
            happened_on=said["happened_on"],
            evidence=said["evidence"],
            received_on=said["received_on"],
        )


class FollowUpForm(OutcomeForm):
    """The answers of somebody asked after the end."""

    done_on = day(_("Asked on"))
    field_order = ("done_on",)

    @property
    def asked_on(self) -> date:
        asked: date = self.cleaned_data["done_on"]
        return asked


class PlanForm(forms.Form):
    """Supports of the edition, each with hours and days; a support with nothing typed is not planned."""

    agreed_on = day(_("Agreed on"))
    goal = forms.CharField(label=_("Goal"), widget=forms.Textarea(attrs={"rows": 3}), required=False)

    def __init__(self, *args: Any, supports: Iterable[Support], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.supports = list(supports)
        for one in self.supports:
            self.fields[f"planned-{one.pk}"] = forms.BooleanField(label=str(one), required=False)
            self.fields[f"hours-{one.pk}"] = forms.DecimalField(
                label=_("Hours: %(support)s") % {"support": one},
                required=False,
                min_value=0,
                max_value=9999,
                decimal_places=2,
                widget=forms.NumberInput(attrs={"step": "0.25", "inputmode": "decimal"}),
            )
            self.fields[f"from-{one.pk}"] = day(_("From: %(support)s") % {"support": one}, required=False)
            self.fields[f"to-{one.pk}"] = day(_("To: %(support)s") % {"support": one}, required=False)

    @classmethod
    def of(
        cls, supports: Iterable[Support], plan: Plan | None, data: Any, *, goal: str, on: date
    ) -> "PlanForm":
        """Filled with the plan in force, which the new one replaces."""
        initial: dict[str, object] = {"agreed_on": on, "goal": goal}
        for step in plan.steps.all() if plan else ():
            initial[f"planned-{step.support_id}"] = True
            initial[f"from-{step.support_id}"] = step.planned_from
            initial[f"to-{step.support_id}"] = step.planned_to
            if step.planned_minutes is not None:
                initial[f"hours-{step.support_id}"] = Decimal(step.planned_minutes) / 60
        return cls(data, supports=supports, initial=initial)

    def rows(self) -> list[tuple[Support, list[forms.BoundField]]]:
        """Each support with its tick, hours, first and last day."""
        parts = ("planned", "hours", "from", "to")
        return [(one, [self[f"{part}-{one.pk}"] for part in parts]) for one in self.supports]

    @property
    def steps(self) -> list[Step]:
        return [step for one in self.supports if (step := self._step(one)) is not None]

    def _step(self, support: Support) -> Step | None:
        said = {
            part: self.cleaned_data[f"{part}-{support.pk}"] for part in ("planned", "hours", "from", "to")
        }
        if not any(said.values()):
            return None
        hours = said["hours"]
        return Step(
            support=support,
            planned_from=said["from"],
            planned_to=said["to"],
            planned_minutes=None if hours is None else int(hours * 60),
        )
