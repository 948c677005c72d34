"""How names are ordered and found, the same on every server: PostgreSQL's order of bytes gets our own key.

The order of a database's language differs between servers, and the embedded one has none for Polish.
"""

import unicodedata

# After its own letter and before the next one: `|` and `~` stand behind `z` in the order of bytes.
POLISH = {"ą": "a~", "ć": "c~", "ę": "e~", "ł": "l~", "ń": "n~", "ó": "o~", "ś": "s~", "ź": "z|", "ż": "z~"}
CYRILLIC = {"ґ": "г~", "ё": "е|", "є": "е~", "і": "и|", "ї": "и~", "й": "й", "ў": "у~"}
NO_PARTS = {"đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
KEYS = str.maketrans({**NO_PARTS, **POLISH, **CYRILLIC})
FOLDS = str.maketrans({**NO_PARTS, "ł": "l"})
BETWEEN_WORDS = "-–—/_"


def without_marks(text: str) -> str:
    """Small letters without marks: `Łąkowa` is `lakowa`, `Ćwikłowa` is `cwiklowa`."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(FOLDS))
    return "".join(one for one in parts if not unicodedata.combining(one))


def sort_key(*words: str) -> str:
    """A key whose byte order is the dictionary's: Ć after C, Ź before Ż, Cyrillic after Latin.

    Several words (surname, first name) compare one after another: `Nowak Zofia` before `Nowakowa Anna`.
    """
    return "\t".join(_letters(word) for word in words)


def _letters(word: str) -> str:
    small = unicodedata.normalize("NFC", word.casefold())
    plain = "".join(_letter(one) for one in small)
    return " ".join(plain.split())


def _letter(letter: str) -> str:
    if letter in BETWEEN_WORDS:
        return " "
    if ord(letter) in KEYS:
        return letter.translate(KEYS)
    base = [one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one)]
    return "".join(one for one in base if one.isalnum() or one.isspace())
