"""What residents look for: words, and what a month is narrowed to."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kladka.core.forms import FilterFormMixin
from kladka.portal.rules.calendar import Choice


class CalendarFilter(FilterFormMixin, forms.Form):
    """Narrow the month to one club or one place; the choices are those that the month has."""

    klub = forms.ChoiceField(label=_("Club or group"), required=False)
    miejsce = forms.ChoiceField(label=_("Place"), required=False)

    def __init__(self, *args: Any, groups: Iterable[str], places: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.words = {"klub": [one for one in groups if one], "miejsce": [one for one in places if one]}
        for name, words in self.words.items():
            self.fields[name].choices = [("", _("All")), *((word, word) for word in words)]  # type: ignore[attr-defined]

    @property
    def has_choices(self) -> bool:
        """One club in one place is nothing to choose from."""
        return any(len(words) > 1 for words in self.words.values())

    @property
    def choice(self) -> Choice:
        """What is asked for; words that the month does not have narrow nothing."""
        said = self.cleaned_data if self.is_valid() else {}
        return Choice(group=said.get("klub", ""), place=said.get("miejsce", ""))


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
