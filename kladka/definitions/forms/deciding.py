"""Handing in a draft, and deciding on it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kladka.definitions.drafting.document import Document, Raw, rows
from kladka.definitions.drafting.values import called

NONE = ""


class HandInForm(forms.Form):
    """Why it changes, and by which amendment of the grant agreement, where it does."""

    reason = forms.CharField(
        label=gettext_lazy("What changes and why"),
        help_text=gettext_lazy(
            "One or two sentences for the person who approves and for those who look later."
        ),
        max_length=500,
    )
    amendment = forms.ChoiceField(
        label=gettext_lazy("Amendment of the grant agreement"),
        help_text=gettext_lazy(
            "Choose it if the change follows from an amendment. Write amendments, with their dates, into the part "
            "“Amendments” of the draft."
        ),
        required=False,
    )

    hide_optional = True

    def __init__(self, *args: Any, of: Document, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(row["key"], _dated(row)) for row in rows(of, "amendments")]
        field: Any = self.fields["amendment"]
        field.choices = [(NONE, _("no amendment: the agreement stays as it is")), *known]


def _dated(row: Raw) -> str:
    signed = row.get("signed")
    return f"{called('amendments', row)} ({signed})" if signed else called("amendments", row)


class DecisionForm(forms.Form):
    """The revision of the draft that was read, and what its author should correct."""

    APPROVE, SEND_BACK = "approve", "send_back"

    revision = forms.IntegerField(widget=forms.HiddenInput)
    decision = forms.ChoiceField(
        choices=[(APPROVE, APPROVE), (SEND_BACK, SEND_BACK)], widget=forms.HiddenInput
    )
    remarks = forms.CharField(
        label=gettext_lazy("What should be corrected"),
        help_text=gettext_lazy("Only if you send the draft back."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=5000,
    )

    hide_optional = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("decision") == self.SEND_BACK and not cleaned.get("remarks", "").strip():
            self.add_error("remarks", _("Write what should be corrected."))
        return cleaned
