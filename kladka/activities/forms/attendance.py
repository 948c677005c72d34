from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from kladka.activities.choices import Mark
from kladka.activities.errors import ListHasChanged
from kladka.activities.queries import Line
from kladka.activities.rules.marks import Sent, filling

if TYPE_CHECKING:
    from kladka.participation.models import Participation


class AttendanceForm(forms.Form):
    """The sheet: for each person a mark, and what the page showed when it was opened.

    A radio button cannot be let go without a script, so a mark is taken back by a box of its own.
    """

    others_present = forms.BooleanField(required=False)
    reason = forms.CharField(label=_("Why does the closed list change?"), max_length=500)

    def __init__(self, *args: Any, lines: Sequence[Line], is_closed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        if not is_closed:
            del self.fields["reason"]
        for line in lines:
            self._add(line)

    def _add(self, line: Line) -> None:
        key, name = line.participation.pk, str(line.participation.person)
        self.fields[f"mark-{key}"] = forms.ChoiceField(
            label=name, choices=Mark.choices, required=False, widget=forms.RadioSelect, initial=line.mark
        )
        self.fields[f"was-{key}"] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=line.mark
        )
        if line.mark:
            self.fields[f"back-{key}"] = forms.BooleanField(label=name, required=False)

    def clean(self) -> dict[str, Any]:
        """A mark for somebody whom the list does not have any more is told, never dropped."""
        marked = {name for name in self.data if name.startswith("mark-") and self.data[name]}
        if marked - self.fields.keys():
            raise forms.ValidationError(str(ListHasChanged()))
        return self.cleaned_data

    def rows(self) -> Iterator[tuple[Line, BoundField, BoundField]]:
        for line in self.lines:
            key = line.participation.pk
            yield line, self[f"mark-{key}"], self[f"was-{key}"]

    def marked(self) -> Iterator[BoundField]:
        """The boxes that take a mark back."""
        return (self[name] for name in self.fields if name.startswith("back-"))

    @property
    def marks(self) -> "dict[Participation, Sent]":
        said = {line.participation: self._sent(line.participation.pk) for line in self.lines}
        if self.cleaned_data["others_present"]:
            said |= filling(
                [one for one, sent in said.items() if not sent.mark and not sent.was], Mark.PRESENT
            )
        return said

    def _sent(self, key: int) -> Sent:
        back = self.cleaned_data.get(f"back-{key}", False)
        return Sent("" if back else self.cleaned_data[f"mark-{key}"], was=self.cleaned_data[f"was-{key}"])

    @property
    def why(self) -> str:
        return str(self.cleaned_data.get("reason", ""))
