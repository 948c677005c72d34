"""Text without what the eye misses: case, marks, kinds of dash and space, stops."""

import re
from functools import cache

from kladka.core.sorting import without_marks

DASHES = str.maketrans("‐‑‒–—−\u00a0\u2007\u202f", "------   ")
NO_LETTERS = re.compile(r"[^\w()+-]+")
GUARD, FORMULA = "'", frozenset("=@+-")  # what we write before a text that a spreadsheet would compute
NOT_IN_HEADERS = re.compile(r"[^\w]+")


@cache
def folded(text: str) -> str:
    """A word of a cell: `Osoba  bierna zawodowo.` and `osoba bierna zawodowo` are one."""
    return NO_LETTERS.sub(" ", without_marks(text.translate(DASHES))).strip()


def folded_header(text: str) -> str:
    """A header: brackets, hyphens and stops are gone too."""
    return NOT_IN_HEADERS.sub(" ", without_marks(text)).replace("_", " ").strip()


def shown(cell: object) -> str:
    """A cell as text, with its ends and doubled spaces cut off, and without the guard of our own files."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    text = " ".join(str(cell).split())
    return text[1:] if text[:1] == GUARD and text[1:2] in FORMULA else text
