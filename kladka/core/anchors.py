"""Words as an id, an anchor or the name of a file spells them: small Latin letters, digits and hyphens."""

import re
import unicodedata

from kladka.core.sorting import without_marks

# As Ukrainian passports write them (resolution 55 of 27 January 2010); letters of other alphabets stand behind.
CYRILLIC = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z",
    "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ь": "", "ю": "iu", "я": "ia",
    "ё": "io", "ў": "u", "ъ": "", "ы": "y", "э": "e",
    "'": "", "’": "", "ʼ": "",
})  # fmt: skip


def anchor(words: str) -> str:
    """`Środa, Łąka` is `sroda-laka`, `Шевченко` is `shevchenko`; no letter is lost."""
    plain = unicodedata.normalize("NFC", words.casefold()).translate(CYRILLIC)
    return "-".join(re.findall("[a-z0-9]+", without_marks(plain)))
