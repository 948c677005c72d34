from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kladka.core.forms import DayInput


class JoinForm(forms.Form):
    """Since when somebody belongs to a group."""

    from_day = forms.DateField(
        label=_("Since which day?"), widget=DayInput, error_messages={"required": _("Choose the day.")}
    )


class EndForm(forms.Form):
    """The last day of somebody in a group."""

    last_day = forms.DateField(
        label=_("Last day in the group"), widget=DayInput, error_messages={"required": _("Choose the day.")}
    )

    def __init__(self, *args: object, first_day: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.first_day = first_day

    def clean_last_day(self) -> date:
        day: date = self.cleaned_data["last_day"]
        if day < self.first_day:
            raise forms.ValidationError(_("The last day in a group must not be before the first."))
        return day
