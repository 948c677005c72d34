"""A day that somebody knows by heart, typed in three fields as it is said: day, month, year."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

EARLIEST = 1900
PARTS = (("day", _("Day"), "2"), ("month", _("Month"), "2"), ("year", _("Year"), "4"))


class KnownDayInput(forms.MultiWidget):
    template_name = "portal/known_day.html"
    use_fieldset = True

    def __init__(self) -> None:
        super().__init__(
            {
                name: forms.TextInput(
                    attrs={
                        "inputmode": "numeric",
                        "autocomplete": f"bday-{name}",
                        "size": size,
                        "maxlength": size,
                    }
                )
                for name, _label, size in PARTS
            }
        )

    def decompress(self, value: date | None) -> list[Any]:
        return [value.day, value.month, value.year] if value else [None, None, None]

    def get_context(self, name: str, value: Any, attrs: Mapping[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, dict(attrs or {}))
        labels = [label for _name, label, _size in PARTS]
        return {**context, "parts": list(zip(labels, context["widget"]["subwidgets"], strict=True))}


class KnownDayField(forms.Field):
    widget = KnownDayInput

    def to_python(self, value: list[str] | None) -> date | None:
        """Nothing typed is nothing said; anything else is a day or a refusal."""
        parts = [str(one or "").strip() for one in value or ()]
        if not any(parts):
            return None
        try:
            day, month, year = map(int, parts)
            known = date(year, month, day)
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"]) from error
        if known.year < EARLIEST:
            raise ValidationError(self.error_messages["invalid"])
        return known
