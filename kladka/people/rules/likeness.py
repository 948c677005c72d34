"""Whether two records may be of one person: the same number, or a like name and a like day of birth.

Names are compared by a rough key in which spellings of one name meet: without marks and case, Cyrillic as Latin letters,
and the Polish, English and official ways to write one sound alike (`Шевченко`, `Szewczenko`, `Shevchenko`).
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kladka.core.sorting import without_marks
from kladka.people.choices import Ground

# Ukrainian, Russian and Belarusian letters as Polish writes their sounds; what is not here is compared as it stands.
CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "w", "г": "h", "ґ": "g", "д": "d", "е": "e", "ё": "io", "є": "ie", "ж": "z", "з": "z",
        "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
        "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "ch", "ц": "c", "ч": "cz", "ш": "sz", "щ": "szcz",
        "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "'": "", "’": "", "ʼ": "", "`": "",
    }
)  # fmt: skip
# One sound, several spellings; longer ones first.
SOUNDS = (
    ("shch", "s"), ("szcz", "s"), ("sch", "s"), ("sz", "s"), ("sh", "s"), ("cz", "c"), ("ch", "c"), ("kh", "c"),
    ("ts", "c"), ("tz", "c"), ("zh", "z"), ("rz", "z"), ("ck", "k"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"),
    ("g", "h"),
)  # fmt: skip
LONG = 8  # letters from which two may differ


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """By what a person is told from others. `key` is that of the record, None of somebody not written down yet."""

    first_name: str
    last_name: str
    birth_date: date
    sex: str
    pesel: str = ""
    document: str = ""
    key: int | None = None


def likeness(one: Identity, other: Identity) -> tuple[Ground, ...]:
    """What is the same, so that a person may judge; nothing where they are surely two. The order does not matter."""
    if one.key is not None and one.key == other.key:
        return ()
    if one.pesel and one.pesel == other.pesel:
        return (Ground.PESEL,)
    if one.document and one.document == other.document:
        return (Ground.DOCUMENT,)
    born = birth_ground(one.birth_date, other.birth_date)
    named = name_ground(one, other)
    if born is None or named is None or not says_enough(named, born, one, other):
        return ()
    return named, born


def says_enough(named: Ground, born: Ground, one: Identity, other: Identity) -> bool:
    """Two numbers are two people unless the names are the same; another surname needs the same day and sex."""
    if one.pesel and other.pesel:
        return named in {Ground.NAME, Ground.SCRIPT}
    return named is not Ground.FIRST_NAME or (born is Ground.BIRTH and one.sex == other.sex)


def birth_ground(one: date, other: date) -> Ground | None:
    if one == other:
        return Ground.BIRTH
    return Ground.DAY_AND_MONTH if other in births_like(one) else None


def births_like(day: date) -> tuple[date, ...]:
    """The day itself, and the one that comes of writing the month first."""
    if day.day > 12 or day.day == day.month:  # noqa: PLR2004 - months of a year
        return (day,)
    return (day, date(day.year, day.day, day.month))


def name_ground(one: Identity, other: Identity) -> Ground | None:
    first, last = rough(one.first_name), rough(one.last_name)
    others_first, others_last = rough(other.first_name), rough(other.last_name)
    if (first, last) == (others_first, others_last):
        return Ground.SCRIPT if is_cyrillic(one.last_name) != is_cyrillic(other.last_name) else Ground.NAME
    if (first, last) == (others_last, others_first):
        return Ground.SWAPPED
    if alike(first, others_first) and (
        alike(last, others_last) or share_a_part(one.last_name, other.last_name)
    ):
        return Ground.SIMILAR_NAME
    return Ground.FIRST_NAME if first == others_first else None


@lru_cache(maxsize=50_000)
def rough(name: str) -> str:
    """The key in which the spellings of one name meet."""
    small = unicodedata.normalize("NFC", name.casefold()).translate(CYRILLIC)
    letters = without_marks(small)
    for spelling, sound in SOUNDS:
        letters = letters.replace(spelling, sound)
    plain = "".join(one for one in letters if one.isalnum())
    return "".join(without_repeats(plain))


def without_repeats(letters: str) -> Iterator[str]:
    before = ""
    for one in letters:
        if one != before:
            yield one
        before = one


def is_cyrillic(name: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in name)


def share_a_part(one: str, other: str) -> bool:
    """`Nowak` and `Nowak-Lipowa`: a name was added or left out."""
    return not {rough(part) for part in parts(one)}.isdisjoint({rough(part) for part in parts(other)})


def parts(name: str) -> list[str]:
    return name.replace("-", " ").replace("–", " ").split()


def alike(one: str, other: str) -> bool:
    """A letter missing, added, changed or two neighbours swapped; in long names twice."""
    if one == other:
        return True
    allowed = 2 if min(len(one), len(other)) >= LONG else 1
    return min(len(one), len(other)) > 2 and distance(one, other) <= allowed  # noqa: PLR2004 - shorter says nothing


def distance(one: str, other: str) -> int:
    """How many such slips lead from one word to the other (optimal string alignment)."""
    if abs(len(one) - len(other)) > 2:  # noqa: PLR2004 - more is never allowed
        return 3
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        row = [at]
        for there, others in enumerate(other, start=1):
            cost = min(last[there] + 1, row[there - 1] + 1, last[there - 1] + (letter != others))
            if at > 1 and there > 1 and letter == other[there - 2] and one[at - 2] == others:
                cost = min(cost, before_last[there - 2] + 1)
            row.append(cost)
        before_last, last = last, row
    return last[-1]
