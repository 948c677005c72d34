"""Forms about what stands around a person: contacts, consents, needs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kladka.core.forms import DayInput
from kladka.people.choices import Answer, ConsentKind, ContactKind, NeedKind
from kladka.people.forms import RefusingForm, off


class ContactForm(RefusingForm):
    own_place = "value"

    kind = forms.ChoiceField(label=_("Way of contact"), choices=ContactKind.choices)
    value = forms.CharField(
        label=_("Number or address"),
        required=False,
        max_length=254,
        help_text=_("Empty for letters: they go to the address for letters, or to the residence."),
        widget=forms.TextInput(attrs=off()),
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=200,
        help_text=_("For example: after 15.00, or the daughter's telephone."),
    )
    is_preferred = forms.BooleanField(label=_("This is the preferred way"), required=False)


class ConsentForm(RefusingForm):
    kind = forms.ChoiceField(label=_("To what"), choices=ConsentKind.choices)
    answer = forms.ChoiceField(
        label=_("Answer"),
        choices=Answer.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the answer.")},
    )
    given_on = forms.DateField(label=_("Given on"), widget=DayInput)
    text_version = forms.CharField(
        label=_("Version of the text"),
        max_length=60,
        help_text=_("As it stands at the foot of the form, for example: RODO-2 of 1 March 2026."),
        error_messages={"required": _("Write which version of the text the person read.")},
    )


class WithdrawConsentForm(RefusingForm):
    own_place = "withdrawn_on"

    withdrawn_on = forms.DateField(label=_("Withdrawn on"), widget=DayInput)


class NeedsForm(RefusingForm):
    kinds = forms.MultipleChoiceField(
        label=_("What is needed"),
        choices=NeedKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing chosen: nothing is needed."),
    )

    @property
    def needs(self) -> list[NeedKind]:
        return [NeedKind(one) for one in self.cleaned_data["kinds"]]


class ExportForm(forms.Form):
    why = forms.CharField(
        label=_("Who asked for the copy, and when?"),
        max_length=300,
        help_text=_("For example: letter of the person of 3 March 2026."),
        error_messages={"required": _("Write who asked for the copy: it stays in the history.")},
    )
