"""A programme file that somebody chose in the browser."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kladka.definitions.drafting.document import Document, uploaded
from kladka.definitions.errors import FileRefused
from kladka.definitions.reading import LARGEST


class FileForm(forms.Form):
    """The file is read; what is wrong in its values comes into the draft, what is no programme is refused."""

    file = forms.FileField(
        label=gettext_lazy("Programme file"),
        help_text=gettext_lazy("A text file that ends in .toml. First you see what it changes."),
        required=False,
        allow_empty_file=True,
    )

    hide_optional = True
    content: Document

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = cleaned.get("file")
        if chosen is None:
            self.add_error("file", _("Choose the file of the programme."))
            return cleaned
        try:
            self.content = uploaded(chosen.read(LARGEST + 1))
        except FileRefused as refusal:
            for problem in refusal.problems:
                self.add_error("file", str(problem))
        return cleaned
