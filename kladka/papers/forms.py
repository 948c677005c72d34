from django import forms
from django.utils.translation import gettext_lazy as _

from kladka.core.forms import FilterFormMixin
from kladka.people.forms import WordsField


class PrintedFilterForm(FilterFormMixin):
    q = WordsField(label=_("Part of the number"), required=False, widget=forms.TextInput)

    @property
    def words(self) -> str:
        self.is_valid()
        return str(self.cleaned_data.get("q", ""))
