"""Cells as values: days of every spelling, PESELs that lost their zeros, names and addresses in one cell."""

import re
from datetime import date, timedelta

from stdnum.pl import pesel as pesels

from kladka.imports.rules.folding import folded, shown

EPOCH = date(1899, 12, 30)  # day zero of spreadsheets
SERIALS = range(3_000, 80_000)  # 1908 to 2119
TIME = r"(?:[ T,]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?\s*(?:r\.?|roku)?"
ISO = re.compile(rf"(\d{{4}})[-./](\d{{1,2}})[-./](\d{{1,2}}){TIME}")
DAY_FIRST = re.compile(rf"(\d{{1,2}})[-./](\d{{1,2}})[-./](\d{{4}}){TIME}")
MONTHS = ("sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paz", "lis", "gru")
IN_WORDS = re.compile(rf"(\d{{1,2}}) ([a-z]{{3}})[a-z]* (\d{{4}}){TIME}")
PESEL_DIGITS, FEWEST_DIGITS = 11, 8
POSTCODE = re.compile(r"\b(\d{2})[- ]?(\d{3})\b")
HOUSE = re.compile(
    r"^(?P<street>.*?)[\s,]+(?:nr\.?\s*)?(?P<building>\d+\s?[a-zA-Z]?)"
    r"(?:\s*(?:/|\\|m\.?\s|m\.?(?=\d)|lok\.?|mieszk\.?|,\s*m\.?)\s*(?P<flat>\d+\s?[a-zA-Z]?))?$"
)
STREET = re.compile(r"^(ul|ulica|al|aleja|aleje|pl|plac|os|osiedle)\b\.?", re.IGNORECASE)
SURNAME = re.compile(r"(ski|ska|cki|cka|dzki|dzka|wicz|czyk|owa|ek|ak|uk|iak)$")


def day(cell: object, *, month_first: bool = False) -> date | None:
    """Nothing is None. Raises ValueError."""
    if cell is None or isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return serial(float(cell))
    text = shown(cell)
    return written_day(text, month_first=month_first) if text else None


def written_day(text: str, *, month_first: bool) -> date:
    """Raises ValueError."""
    if found := ISO.fullmatch(text):
        return date(*(int(one) for one in found.groups()))
    if found := DAY_FIRST.fullmatch(text):
        first, second, year = (int(one) for one in found.groups())
        return date(year, first, second) if month_first and "/" in text else date(year, second, first)
    if found := IN_WORDS.fullmatch(folded(text)):
        return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    return serial(float(text.replace(",", ".")))


def serial(number: float) -> date:
    """The day that a spreadsheet means by a number. Raises ValueError."""
    if int(number) not in SERIALS:
        raise ValueError(number)
    return EPOCH + timedelta(days=int(number))


def has_month_first(texts: list[str], *, usually: bool = False) -> bool:
    """Whether some day of a column can only be read as month/day/year, and none only as day/month/year.

    `usually`: so it is where no day decides, as in sheets of SL2014.
    """
    pairs = [found.groups() for text in texts if "/" in text and (found := DAY_FIRST.fullmatch(text))]
    months_second = any(int(first) > len(MONTHS) for first, _, _ in pairs)
    return not months_second and (usually or any(int(second) > len(MONTHS) for _, second, _ in pairs))


def pesel(cell: object) -> str:
    """Eleven digits where that is what is meant; zeros that a spreadsheet ate come back only if the check agrees."""
    text = re.sub(r"[\s'’-]", "", re.sub(r"^pesel:?", "", shown(cell), flags=re.IGNORECASE)).removesuffix(
        ".0"
    )
    if text.isascii() and text.isdigit() and FEWEST_DIGITS <= len(text) < PESEL_DIGITS:
        whole = text.zfill(PESEL_DIGITS)
        return whole if pesels.is_valid(whole) else text
    return text


def phone(cell: object) -> str:
    """Of several numbers the first."""
    first = re.split(r"[,;/]|\blub\b|\boraz\b", shown(cell).removesuffix(".0"))[0]
    return re.sub(r"[^\d+]", "", first) if re.search(r"\d", first) else first.strip()


def postcode(cell: object) -> str:
    text = shown(cell).removesuffix(".0")
    found = POSTCODE.fullmatch(text)
    return f"{found[1]}-{found[2]}" if found else text


def names(text: str, *, surname_first: bool = False) -> tuple[str, str]:
    """First name and surname of one cell; a comma says which is which."""
    before, comma, after = text.partition(",")
    if comma and after.strip():
        return after.strip(), before.strip()
    parts = re.sub(r"\s*[-–—]\s*", "-", text).split()
    if len(parts) < len(("first", "last")):
        return "", text
    if surname_first:
        return " ".join(parts[1:]), parts[0]
    return " ".join(parts[:-1]), parts[-1]


def is_surname_first(header: str, texts: list[str]) -> bool:
    """The header says it, else the words themselves do: more of them begin with a surname than end with one."""
    said = folded(header)
    if "nazwisk" in said and "imi" in said:
        return said.index("nazwisk") < said.index("imi")
    cut = [folded(text).split() for text in texts if len(text.split()) > 1]
    return sum(looks_like_surname(one[0]) - looks_like_surname(one[-1]) for one in cut) > 0


def looks_like_surname(word: str) -> bool:
    return bool(SURNAME.search(word))


def address(text: str) -> dict[str, str]:
    """Street, building, flat, postcode and locality of one cell, as far as it says them."""
    found = POSTCODE.search(text)
    parts = {"postcode": f"{found[1]}-{found[2]}"} if found else {}
    before, after = (text[: found.start()], text[found.end() :]) if found else (text, "")
    after = re.sub(r"^poczta\b", "", after.strip(" ,;"), flags=re.IGNORECASE)
    pieces = [one.strip() for one in re.split(r"[,;]", before) if one.strip()]
    if after:
        parts["locality"] = re.split(r"[,;]", after)[0].strip()
        pieces += [one.strip() for one in re.split(r"[,;]", after)[1:] if one.strip()]
    house = next((one for one in pieces if STREET.match(one) or HOUSE.match(one)), "")
    others = [one for one in pieces if one != house]
    if others and "locality" not in parts:
        parts["locality"] = others[0]
    return {**parts, **street_of(house)}


def street_of(text: str) -> dict[str, str]:
    found = HOUSE.match(text)
    if not found:
        return {"street": text} if text else {}
    return {
        name: value.replace(" ", "") if name != "street" else value
        for name, value in found.groupdict("").items()
    }
