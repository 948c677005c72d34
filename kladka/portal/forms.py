"""What residents fill in on the portal."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """One field. Nothing asked finds nothing; too much is answered with a sentence."""

    q = forms.CharField(
        label=_("What are you looking for?"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={"max_length": _("Write at most 100 letters, for example one or two words.")},
    )
    hide_optional = True
