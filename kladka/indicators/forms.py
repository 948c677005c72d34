"""What a list of people behind a figure can be asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kladka.people.choices import Sex


class PeopleForm(forms.Form):
    """The address of a list: whose figure, of whom, and counted or only waiting."""

    hide_optional = True

    edition = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    sex = forms.ChoiceField(label=_("Sex"), required=False, choices=[("", _("women and men")), *Sex.choices])
    show = forms.ChoiceField(
        label=_("Shown"),
        required=False,
        choices=[("", _("who counts")), ("waiting", _("who would count if …"))],
    )
