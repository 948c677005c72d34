from django import forms
from django.utils.translation import gettext_lazy as _


class CloseForm(forms.Form):
    """Nothing is asked: pressing the button is the answer."""


class ReopenForm(forms.Form):
    reason = forms.CharField(
        label=_("Why is it opened again?"),
        max_length=500,
        error_messages={"required": _("Write why: the reason stays in the history.")},
    )
