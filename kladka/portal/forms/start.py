"""The doors of an application: its first button, and the code by which somebody comes back."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext_lazy as _

from kladka.recruitment import tickets

SOONEST, LATEST = timedelta(seconds=2), timedelta(hours=12)
SIGNER = Signer(salt="kladka.portal.start")


def stamp(at: datetime) -> str:
    """When the page was shown, so that nobody can make it up."""
    return SIGNER.sign_object(at.timestamp())


class StartForm(forms.Form):
    """A robot fills in what nobody sees, or answers faster than anybody reads. It is only asked to press again."""

    website = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )
    since = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, at: datetime, since: str = "") -> None:
        super().__init__(data, initial={"since": since or stamp(at)})
        self.at = at

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError("filled")
        return ""

    def clean_since(self) -> str:
        since: str = self.cleaned_data["since"]
        age = self.age(since)
        if age is None or not SOONEST <= age <= LATEST:
            raise ValidationError("too fast")
        return since

    def age(self, since: str) -> timedelta | None:
        """How long the page was looked at; None where the stamp is not ours."""
        try:
            return timedelta(seconds=self.at.timestamp() - float(SIGNER.unsign_object(since)))
        except (BadSignature, TypeError, ValueError):
            return None

    def once_more(self) -> "StartForm":
        """The same button again; who was only quick keeps the time of the first look."""
        since = self.data.get("since", "")
        age = self.age(since)
        return StartForm(at=self.at, since=since if age is not None and age <= LATEST else "")


CODE_WIDGET = {"inputmode": "numeric", "autocomplete": "off", "size": "10"}


class CodeForm(forms.Form):
    """Eight digits, with or without a space."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        help_text=_("Eight digits that were shown beside the questions, for example 4829 1370."),
        widget=forms.TextInput(attrs=CODE_WIDGET),
        error_messages={"required": _("Write the code.")},
    )


class ReturnForm(CodeForm):
    """The end of the link and the code, copied from a sheet of paper."""

    secret = forms.CharField(
        label=_("The end of the address"),
        max_length=40,
        help_text=_("Twelve letters and digits, for example krtm-94xp-2hdw."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off", "size": "16"}),
        error_messages={"required": _("Write the end of the address.")},
    )
    field_order = ("secret", "code")

    def clean_secret(self) -> str:
        secret = tickets.as_written(self.cleaned_data["secret"])
        if not secret:
            raise ValidationError(_("Write the twelve letters and digits from the end of the address."))
        return secret
