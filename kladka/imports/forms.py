"""The file, what its columns are, and cells corrected on the screen."""

import tempfile
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kladka.imports.actions.uploading import AT_THE_DESK
from kladka.imports.reading import Unreadable, read
from kladka.imports.rules.folding import folded
from kladka.imports.rules.mapping import Column, SheetMap
from kladka.imports.tables import tables
from kladka.imports.telling import Outcome, Problem
from kladka.imports.wording import FIELDS, refusal
from kladka.programmes.models import Edition, Support
from kladka.reporting.layouts import Layout
from kladka.reporting.rules.words import DICTIONARY_OF

LONGEST_CELL = 500


class UploadForm(forms.Form):
    """A file is looked into before it is kept."""

    file = forms.FileField(
        label=gettext_lazy("List of people"),
        help_text=gettext_lazy("XLSX, XLS, ODS or CSV, up to 20 MB. First you see what would happen."),
        allow_empty_file=True,
    )

    content: bytes

    def clean_file(self) -> Any:
        chosen: Any = self.cleaned_data["file"]
        if (chosen.size or 0) > AT_THE_DESK.size:
            most = AT_THE_DESK.size // 1024 // 1024
            raise forms.ValidationError(
                refusal("too_large", {"size": (chosen.size or 0) // 1024 // 1024, "most": most})
            )
        self.content = chosen.read()
        try:
            look_into(self.content, chosen.name or "")
        except Unreadable as error:
            raise forms.ValidationError(refusal(error.key, error.values)) from error
        return chosen


def look_into(content: bytes, name: str) -> None:
    """Whether there is a list of people in it. Raises Unreadable."""
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.flush()
        if not any(True for _one in tables(read(file, name=name, limits=AT_THE_DESK), [])):
            raise Unreadable("no_people")


class MappingForm(forms.Form):
    """One choice for each column, one for each word that nobody knew, and the support of rows that name none."""

    hide_optional = True

    def __init__(
        self, *args: Any, outcome: Outcome, mapping: SheetMap, edition: Edition, layout: Layout, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.mapping, self.outcome = mapping, outcome
        self.supports = [
            (one.key, one.title) for one in Support.objects.filter(edition=edition).order_by("position", "pk")
        ]
        known = [
            ("", _("leave out")),
            *sorted(((name, str(words)) for name, words in FIELDS.items()), key=lambda one: one[1]),
        ]
        for column in mapping.columns:
            label = _("Column %(letter)s: %(header)s") % {
                "letter": column.letter,
                "header": column.header or "–",
            }
            self.fields[f"column-{column.letter}"] = forms.ChoiceField(
                label=label, choices=known, required=False, initial=column.field
            )
        self.words = list(enumerate(outcome.unknown))
        for number, (name, word) in self.words:
            self.fields[f"word-{number}"] = forms.ChoiceField(
                label=_("“%(word)s” in %(column)s means")
                % {"word": word, "column": mapping.header_of(name) or FIELDS.get(name, name)},
                choices=[("", _("not known yet")), *self.codes(name, layout)],
                required=False,
            )
        self.fields["support"] = forms.ChoiceField(
            label=gettext_lazy("Support of rows that name none"),
            choices=[("", _("none: they start with their first attendance")), *self.supports],
            required=False,
            initial=mapping.fixed.get("support", ""),
        )

    def codes(self, name: str, layout: Layout) -> Iterator[tuple[str, str]]:
        if name == "support":
            yield from self.supports
        else:
            yield from layout.words.get(DICTIONARY_OF.get(name, name), {}).items()

    @property
    def said(self) -> SheetMap:
        """The mapping as it was chosen."""
        given = self.cleaned_data
        columns = tuple(
            Column(one.letter, one.header, given[f"column-{one.letter}"]) for one in self.mapping.columns
        )
        mapping = SheetMap(
            columns=columns,
            words=self.mapping.words,
            fixed={"support": given["support"]} if given["support"] else {},
        )
        for number, (name, word) in self.words:
            if code := given[f"word-{number}"]:
                mapping = mapping.with_word(name, folded(word), code)
        return mapping


class CellsForm(forms.Form):
    """The cells of the problems in sight, each with what is to stand there."""

    hide_optional = True

    def __init__(self, *args: Any, problems: list[Problem], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cells = {one.name: one for one in problems if one.letter}
        for name, one in self.cells.items():
            label = f"{one.column}, {one.letter}{one.row}"
            self.fields[name] = forms.CharField(label=label, max_length=LONGEST_CELL, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(cleaned.get(name) for name in self.cells):
            self.add_error(None, _("Write what is to stand in at least one cell."))
        return cleaned

    @property
    def written(self) -> dict[tuple[str, int, str], str]:
        """What was filled in, by cell."""
        given = {name: str(self.cleaned_data.get(name, "")).strip() for name in self.cells}
        return {
            (one.sheet, one.row, one.letter): given[name] for name, one in self.cells.items() if given[name]
        }
