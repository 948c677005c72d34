"""What is typed about one application."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext_lazy as _

from kladka.core.forms import DayInput
from kladka.people.asking import AskingForm
from kladka.people.forms import InEditionForm, PersonFields, WordsField, off
from kladka.programmes.models import Offer
from kladka.recruitment.actions import Applicant, Submission
from kladka.recruitment.choices import AppealResult, Channel, Outcome
from kladka.recruitment.lists import WORDS, Asked
from kladka.recruitment.models import Ground, Round

if TYPE_CHECKING:
    from kladka.programmes.models import Edition


class QueueForm(InEditionForm):
    """The filter of the board: the columns are the states."""

    @property
    def asked(self) -> Asked:
        self.is_valid()
        said = self.cleaned_data
        return Asked(words=said.get("q", ""), edition=self.editions.get(said.get("edition", "")))


class ApplicationFilterForm(InEditionForm):
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *WORDS.items()])

    @property
    def asked(self) -> Asked:
        """What is understood; a filter that nobody knows is left out."""
        self.is_valid()
        said = self.cleaned_data
        edition = self.editions.get(said.get("edition", ""))
        return Asked(words=said.get("q", ""), edition=edition, state=said.get("state", ""))


class ApplicationForm(AskingForm, PersonFields):
    """A person, found by PESEL or made, and what the application says."""

    received_on = forms.DateField(label=_("Received on"), widget=DayInput)
    received_time = forms.TimeField(
        label=_("At"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    channel = forms.ChoiceField(label=_("How it came"), choices=Channel.choices)
    round: "forms.ModelChoiceField[Round]" = forms.ModelChoiceField(
        label=_("Round"), queryset=None, required=False, empty_label=_("none")
    )
    offer: "forms.ModelChoiceField[Offer]" = forms.ModelChoiceField(
        label=_("What is applied for"), queryset=None, required=False, empty_label=_("the whole programme")
    )
    grounds: "forms.ModelMultipleChoiceField[Ground]" = forms.ModelMultipleChoiceField(
        label=_("Grounds"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    other = WordsField(
        label=_("Close to which participant"),
        required=False,
        help_text=_("Only for the close environment: PESEL or number of the participant."),
        widget=forms.TextInput(attrs=off()),
    )
    is_complete = forms.BooleanField(label=_("All papers are there and signed"), required=False)

    def __init__(self, *args: Any, edition: "Edition", at: datetime, **kwargs: Any) -> None:
        local = localtime(at)
        kwargs["initial"] = {
            "received_on": local.date(),
            "received_time": local.time(),
            "channel": Channel.IN_PERSON,
        }
        super().__init__(*args, **kwargs)
        self.edition = edition
        for name, model in (("round", Round), ("offer", Offer), ("grounds", Ground)):
            rows = model._default_manager.filter(edition=edition)  # noqa: SLF001 - documented by Django
            self.fields[name].queryset = rows  # type: ignore[attr-defined]
            if not rows.exists():
                del self.fields[name]

    @property
    def applicant(self) -> Applicant:
        return Applicant(details=self.details, contacts=self.contacts)

    @property
    def submission(self) -> Submission:
        said = self.cleaned_data
        return Submission(
            edition=self.edition,
            received_at=make_aware(datetime.combine(said["received_on"], said["received_time"])),
            round=said.get("round"),
            offer=said.get("offer"),
            channel=Channel(said["channel"]),
            is_complete=said["is_complete"],
            grounds=tuple(said.get("grounds") or ()),
        )


class ProofForm(forms.Form):
    evidence = forms.CharField(
        label=_("What was seen"),
        max_length=200,
        help_text=_("For example: certificate of 3 March 2026. No copy is kept."),
        error_messages={"required": _("Write what was seen, for example: certificate of 3 March 2026.")},
    )


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the decision.")},
    )
    decided_on = forms.DateField(label=_("Decided on"), widget=DayInput)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed when the person is not qualified. Only the candidate learns it."),
    )


class WithdrawalForm(forms.Form):
    withdrawn_on = forms.DateField(label=_("Withdrawn on"), widget=DayInput)


class VacancyForm(forms.Form):
    vacated_on = forms.DateField(
        label=_("Free since"), widget=DayInput, help_text=_("The first of the reserve can be asked then.")
    )


class AppealForm(forms.Form):
    received_on = forms.DateField(label=_("Received on"), widget=DayInput)
    words = forms.CharField(
        label=_("What it says"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 6})
    )


class AppealDecisionForm(forms.Form):
    result = forms.ChoiceField(
        label=_("Result"),
        choices=AppealResult.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the result.")},
    )
    decided_on = forms.DateField(label=_("Decided on"), widget=DayInput)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("If it is upheld, score again and write a new protocol."),
    )
