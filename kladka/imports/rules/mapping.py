"""Which column is which field, which word is which code, what holds for all rows: shown, edited, kept, saved as a file."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import tomlkit

from kladka.imports.rules.folding import folded, folded_header

LETTERS = 26


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet, from A, and what it is for us; an empty field is left out."""

    letter: str
    header: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMap:
    """How a sheet is understood."""

    columns: tuple[Column, ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)

    def at(self, name: str) -> list[int]:
        """The places of the columns of a field, from 0."""
        return [place_of(one.letter) for one in self.columns if one.field == name]

    def header_of(self, name: str) -> str:
        return next((one.header for one in self.columns if one.field == name), "")

    def letter_of(self, name: str) -> str:
        return next((one.letter for one in self.columns if one.field == name), "")

    def with_word(self, dictionary: str, word: str, code: str) -> "SheetMap":
        words = {**self.words, dictionary: {**self.words.get(dictionary, {}), word: code}}
        return replace(self, words=words)


def letter_at(place: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    turn, rest = divmod(place, LETTERS)
    return (letter_at(turn - 1) if turn else "") + chr(ord("A") + rest)


def place_of(letter: str) -> int:
    place = 0
    for one in letter:
        place = place * LETTERS + ord(one) - ord("A") + 1
    return place - 1


def fingerprint(header: Sequence[str]) -> str:
    """Of the header as a whole: the same list next month is the same, whatever its case and stops."""
    return hashlib.sha256("|".join(folded_header(one) for one in header).encode()).hexdigest()


def as_data(mapping: SheetMap) -> dict[str, Any]:
    """For a file or a column of JSON."""
    return {
        "columns": [
            {"letter": one.letter, "header": one.header, "field": one.field} for one in mapping.columns
        ],
        "words": {name: dict(every) for name, every in mapping.words.items() if every},
        "fixed": dict(mapping.fixed),
    }


def of_data(data: Mapping[str, Any]) -> SheetMap:
    """Raises KeyError, TypeError, AttributeError where it is something else."""
    return SheetMap(
        columns=tuple(
            Column(str(one["letter"]).upper(), str(one.get("header", "")), str(one["field"]))
            for one in data.get("columns", [])
        ),
        words={
            name: {folded(str(word)): str(code) for word, code in every.items() if code}
            for name, every in data.get("words", {}).items()
        },
        fixed={name: str(value) for name, value in data.get("fixed", {}).items()},
    )


def as_text(mapping: SheetMap, unknown: Iterable[tuple[str, str]] = ()) -> str:
    """As a file to edit. Words that nobody knew stand in it with an empty code, to be filled in."""
    for name, word in unknown:
        mapping = mapping.with_word(name, word, "")
    return tomlkit.dumps(as_data(mapping))


def fitted(mapping: SheetMap, header: Sequence[str]) -> SheetMap:
    """The same on a sheet whose columns stand elsewhere: a header that has moved takes its field along."""
    names = [folded_header(one) for one in header]
    return replace(mapping, columns=tuple(moved(one, names, header) for one in mapping.columns))


def moved(column: Column, names: Sequence[str], header: Sequence[str]) -> Column:
    wanted, place = folded_header(column.header), place_of(column.letter)
    if not wanted or (place < len(names) and names[place] == wanted) or names.count(wanted) != 1:
        return column
    place = names.index(wanted)
    return Column(letter_at(place), header[place], column.field)
