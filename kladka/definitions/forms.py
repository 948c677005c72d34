"""A programme file that somebody chose in the browser."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kladka.definitions.canonical import canonical
from kladka.definitions.errors import FileRefused
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.reading import LARGEST, read
from kladka.programmes.models import Programme


class FileForm(forms.Form):
    """First the file; then, to confirm it, its text and the revision with which it was compared."""

    file = forms.FileField(
        label=gettext_lazy("Programme file"),
        help_text=gettext_lazy("A text file that ends in .toml. First you see what it changes."),
        required=False,
        allow_empty_file=True,
    )
    text = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    hide_optional = True
    programme: ProgrammeFile

    def __init__(self, *args: Any, of: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of = of

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = cleaned.get("file")
        content = chosen.read(LARGEST + 1) if chosen is not None else cleaned.get("text", "").encode()
        if chosen is None and not content:
            self.add_error("file", _("Choose the file of the programme."))
            return cleaned
        try:
            self.programme = read(content)
        except FileRefused as refusal:
            for problem in refusal.problems:
                self.add_error("file", str(problem))
            return cleaned
        if self.programme.programme.key != self.of.key:
            self.add_error("file", self._other_programme())
        return cleaned

    @property
    def is_confirmed(self) -> bool:
        """Whether the reader has seen the differences to what is in force now."""
        return bool(self.cleaned_data["text"]) and self.cleaned_data["revision"] == self.of.revision

    def to_confirm(self) -> "FileForm":
        """The same file again, as hidden fields of the page that shows its differences."""
        return FileForm(initial={"text": canonical(self.programme), "revision": self.of.revision}, of=self.of)

    def _other_programme(self) -> str:
        said = _("This is the file of “%(theirs)s”, not of “%(ours)s”. Choose the right file.")
        return said % {"theirs": self.programme.programme.key, "ours": self.of.key}
