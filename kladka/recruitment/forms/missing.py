"""What is typed about a missing paper or answer."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypedDict

from django import forms
from django.utils.translation import gettext_lazy as _

from kladka.core.forms import DayInput
from kladka.recruitment.choices import Bringer
from kladka.recruitment.queries import window_of

if TYPE_CHECKING:
    from kladka.recruitment.models import Application

SUGGESTED = timedelta(days=7)


class Said(TypedDict):
    what: str
    brings: Bringer
    due_on: date


class MissingForm(forms.Form):
    what = forms.CharField(
        label=_("What is missing"),
        max_length=200,
        help_text=_("For example: the signature on the declaration, the certificate of disability."),
        error_messages={"required": _("Write which paper or answer is missing.")},
    )
    brings = forms.ChoiceField(
        label=_("Who brings it"), choices=Bringer.choices, widget=forms.RadioSelect, initial=Bringer.APPLICANT
    )
    due_on = forms.DateField(label=_("By when"), widget=DayInput)

    def __init__(self, *args: Any, application: "Application", on: date, **kwargs: Any) -> None:
        """A week, or as long as the round is open if that is sooner."""
        closes = window_of(application.round).closes if application.round else None
        week = on + SUGGESTED
        kwargs["initial"] = {"due_on": min(week, closes) if closes and closes >= on else week}
        super().__init__(*args, **kwargs)

    @property
    def said(self) -> Said:
        typed = self.cleaned_data
        return Said(what=typed["what"], brings=Bringer(typed["brings"]), due_on=typed["due_on"])
