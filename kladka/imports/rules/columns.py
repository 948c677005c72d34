"""Which column is which: by position where the header is that of an official layout, else by name, else by content."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from stdnum.pl import pesel as pesels

from kladka.imports.rules import cells
from kladka.imports.rules.folding import folded, folded_header, shown
from kladka.imports.rules.mapping import Column, SheetMap, letter_at
from kladka.imports.rules.profiles import Profile
from kladka.imports.rules.recognised import IGNORED, field_headed, words

OF_WHICH = "w tym"
# "w tym" and numbers of houses say what they are by what stands before them.
AFTER = {"labour_status": "labour_status_detail", "support_kind": "support_detail"}
SECOND = {"building": "flat"}
MOST = 0.7
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
Rows = Sequence[Sequence[object]]


def recognised(header: Sequence[str], sample: Rows, profiles: Sequence[Profile]) -> tuple[SheetMap, str]:
    """The mapping that the sheet itself suggests, and the profile it is of (empty: a list of the town's own)."""
    for profile in profiles:
        if profile.heads(header):
            return by_position(header, profile), profile.name
    named = by_name(header)
    for place, values in enumerate(columns_of(sample, len(header))):
        if not named[place] and (found := by_content(values)) and found not in named:
            named[place] = found
    return SheetMap(columns=tuple(columns(header, [("" if one == IGNORED else one) for one in named]))), ""


def by_position(header: Sequence[str], profile: Profile) -> SheetMap:
    return SheetMap(columns=tuple(columns(header, profile.fields)))


def columns(header: Sequence[str], fields: Sequence[str]) -> list[Column]:
    return [
        Column(letter_at(place), text, field)
        for place, (text, field) in enumerate(zip(header, fields, strict=False))
    ]


def by_name(header: Sequence[str]) -> list[str]:
    found: list[str] = []
    for text in header:
        field = field_headed(text) if text else ""
        if folded_header(text).startswith(OF_WHICH):
            field = next((AFTER[one] for one in reversed(found) if one in AFTER), "")
        elif field in found and field in SECOND:
            field = SECOND[field]
        found.append(field)
    return found


def columns_of(sample: Rows, width: int) -> list[list[str]]:
    turned = [list(one) for one in zip_longest(*sample)][:width]
    return [[text for cell in column if (text := shown(cell))] for column in turned]


def by_content(values: Sequence[str]) -> str:
    """What most of the values can only be."""
    tests = {
        "pesel": lambda text: pesels.is_valid(cells.pesel(text)),
        "email": lambda text: bool(EMAIL.fullmatch(text)),
        "postcode": lambda text: bool(re.fullmatch(r"\d{2}-\d{3}", text)),
        "phone": lambda text: bool(re.fullmatch(r"(\+?48)?[5-8]\d{8}", re.sub(r"[\s-]", "", text))),
        "labour_status": lambda text: folded(text) in words("labour_status"),
        "education_level": lambda text: (
            len(text) > 1 and folded(text) in words("education_level") and folded(text) != "brak"
        ),
        "sex": lambda text: folded(text) in {"k", "m", "kobieta", "mezczyzna"},
    }
    for field, fits in tests.items():
        if values and sum(map(fits, values)) >= MOST * len(values):
            return field
    return ""
