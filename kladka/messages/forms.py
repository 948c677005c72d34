"""What is typed about messages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kladka.messages.choices import Occasion, State, Way
from kladka.messages.lists import Asked
from kladka.people.forms import InEditionForm

ALL = [("", _("All"))]


class MessageFilterForm(InEditionForm):
    state = forms.ChoiceField(label=_("State"), required=False, choices=[*ALL, *State.choices])
    way = forms.ChoiceField(label=_("Way"), required=False, choices=[*ALL, *Way.choices])
    occasion = forms.ChoiceField(label=_("Occasion"), required=False, choices=[*ALL, *Occasion.choices])

    @property
    def asked(self) -> Asked:
        """What is understood; a filter that nobody knows is left out."""
        self.is_valid()
        said = self.cleaned_data
        return Asked(
            words=said.get("q", ""),
            edition=self.editions.get(said.get("edition", "")),
            state=said.get("state", ""),
            way=said.get("way", ""),
            occasion=said.get("occasion", ""),
        )


class WordingForm(forms.Form):
    subject = forms.CharField(
        label=_("Subject"),
        max_length=120,
        help_text=_(
            "It says nothing of the programme, the specialist or the problem: others see the screen too."
        ),
        error_messages={"required": _("Write the subject.")},
    )
    body = forms.CharField(
        label=_("Text"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 22}),
        help_text=_("A line in which a word has no value is left out of the message."),
        error_messages={"required": _("Write the text.")},
    )
