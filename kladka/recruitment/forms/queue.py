"""What a move on the board asks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kladka.core.forms import DayInput
from kladka.recruitment.choices import Outcome


class CompleteForm(forms.Form):
    is_complete = forms.BooleanField(
        label=_("All papers are there and signed"),
        error_messages={"required": _("Tick that all papers are there; else note what is missing.")},
    )


class OutcomeForm(forms.Form):
    """The day of a decision, and its reason where one is needed."""

    decided_on = forms.DateField(label=_("Decided on"), widget=DayInput)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only the candidate learns it."),
    )

    def __init__(self, *args: Any, outcome: Outcome, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if outcome == Outcome.NOT_QUALIFIED:
            reason = self.fields["reason"]
            reason.required = True
            reason.error_messages["required"] = _("Write why the person is not qualified.")
