"""Where the list begins and where it ends: merged titles above, totals and signatures below."""

from collections.abc import Sequence

from kladka.imports.rules.folding import folded, shown
from kladka.imports.rules.recognised import IGNORED, field_headed

IDENTITY = frozenset({"pesel", "first_name", "last_name", "full_name"})
TOTALS = ("razem", "suma", "ogolem", "lacznie", "podsumowanie", "total", "w tym kobiet", "w tym mezczyzn")
SIGNATURES = (
    "sporzadzil",
    "zatwierdzil",
    "data i podpis",
    "podpis",
    "legenda",
    "zrodlo",
    "uwaga ",
    "stan na",
)
FEW = 2


def header_worth(cells: Sequence[object]) -> int:
    """How many different fields a row would head; nothing where none of them tells who somebody is."""
    found = {field_headed(shown(cell)) for cell in cells if isinstance(cell, str)} - {"", IGNORED}
    return len(found) if found & IDENTITY and len(found) >= FEW else 0


def header_among(rows: Sequence[Sequence[object]]) -> int | None:
    """The place of the header in the first rows; of equals the first."""
    worths = [header_worth(one) for one in rows]
    best = max(worths, default=0)
    return worths.index(best) if best else None


def is_no_person(cells: Sequence[object], identity: Sequence[int], header: Sequence[str]) -> bool:
    """A total, a signature, a number of an empty line, or the header printed again."""
    texts = [shown(cell) for cell in cells]
    said = [text for text in texts if text]
    if any(folded(text).startswith(TOTALS) for text in said[:3]) and not has_digits_of_person(
        texts, identity
    ):
        return True
    who = [texts[at] for at in identity if at < len(texts) and texts[at]]
    if who and said[:1] == [one for one in header if one][:1] and said == [one for one in header if one]:
        return True
    if len(said) > FEW:
        return False
    return not who or any(folded(text).startswith(SIGNATURES) for text in said)


def has_digits_of_person(texts: Sequence[str], identity: Sequence[int]) -> bool:
    """Whether some column of identity holds a long number: nobody's total is that."""
    return any(len(texts[at]) > 7 and texts[at].isdigit() for at in identity if at < len(texts))  # noqa: PLR2004
