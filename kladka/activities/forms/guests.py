from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kladka.activities.actions.tally import Heads
from kladka.activities.choices import AgeBand
from kladka.programmes.choices import Sex

if TYPE_CHECKING:
    from django.forms import BoundField

SEXES = [*Sex.choices, ("", pgettext_lazy("sex", "not asked"))]
AGES = [*AgeBand.choices, ("", pgettext_lazy("age", "not asked"))]
MOST = 100_000


class TallyForm(forms.Form):
    """How many came without a name: a number for each age and sex, all of them may stay empty."""

    hide_optional = True

    def __init__(self, *args: Any, kept: dict[Heads, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for age, age_words in AGES:
            for sex, sex_words in SEXES:
                self.fields[f"heads-{sex}-{age}"] = forms.IntegerField(
                    label=f"{age_words}, {sex_words}",
                    required=False,
                    min_value=0,
                    max_value=MOST,
                    initial=kept.get((sex, age)),
                    widget=forms.NumberInput({"inputmode": "numeric"}),
                )

    def rows(self) -> "list[tuple[object, list[BoundField]]]":
        return [(words, [self[f"heads-{sex}-{age}"] for sex, _words in SEXES]) for age, words in AGES]

    @property
    def counts(self) -> dict[Heads, int]:
        return {
            (sex, age): self.cleaned_data[f"heads-{sex}-{age}"] or 0
            for sex, _sex_words in SEXES
            for age, _age_words in AGES
        }


class WalkInForm(forms.Form):
    """Who came though nobody expected it: part of a name, or of a number."""

    name = forms.CharField(
        label=_("Somebody came who is not on the list?"),
        max_length=200,
        error_messages={"required": _("Write the surname, or a part of it.")},
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class GuestForm(forms.Form):
    """Somebody without a name; what was not asked stays empty."""

    hide_optional = True

    sex = forms.ChoiceField(label=_("Sex"), choices=[("", _("not asked")), *Sex.choices], required=False)
    age_band = forms.ChoiceField(
        label=_("Age"), choices=[("", _("not asked")), *AgeBand.choices], required=False
    )
