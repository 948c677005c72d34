"""How an address is spelled, when two are the same, and whether a house stands inside an area."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kladka.places.choices import Parity
from kladka.places.errors import BuildingUnreadable, PostcodeMalformed

# What people write before the name of a street, and the one way in which it is kept.
KINDS = {
    "ul": "",
    "ulica": "",
    "al": "al.",
    "aleja": "al.",
    "aleje": "al.",
    "pl": "pl.",
    "plac": "pl.",
    "os": "os.",
    "osiedle": "os.",
}
POSTCODE = re.compile(r"\d{2}-\d{3}")
NO_MARK = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i"})


def spaced(text: str) -> str:
    """One space between words, none around: how names are kept."""
    return " ".join(text.split())


def street_name(written: str) -> str:
    """The street as it is kept: `ulica  Kotlarza` is `Kotlarza`, `Aleja Róż` is `al. Róż`."""
    words = spaced(re.sub(r"^(\w+)\.(?=\S)", r"\1. ", written.strip())).split(" ")
    kind = KINDS.get(words[0].rstrip(".").casefold())
    if kind is None or len(words) == 1:
        return " ".join(words)
    return " ".join([kind, *words[1:]]).strip()


def building_number(written: str) -> str:
    """`10 B` and `10B` are `10b`: the letter small and close to the number."""
    return re.sub(r"\s+", "", written).casefold()


def folded(text: str) -> str:
    """Small letters without marks, so that `Łąkowa` and `LAKOWA` are one."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(NO_MARK))
    return "".join(one for one in parts if not unicodedata.combining(one))


@dataclass(frozen=True, kw_only=True)
class Written:
    """An address as somebody wrote it. The code is the seven-digit TERYT code of the municipality."""

    locality: str
    municipality_code: str
    street: str = ""
    building: str = ""
    flat: str = ""
    postcode: str = ""


def tidy(written: Written) -> Written:
    """The same address as it is kept."""
    return Written(
        street=street_name(written.street),
        building=building_number(written.building),
        flat=building_number(written.flat),
        postcode=written.postcode.strip(),
        locality=spaced(written.locality),
        municipality_code=written.municipality_code,
    )


def address_key(written: Written) -> str:
    """What two spellings of one address share. The postcode is left out: it may change, the house stays."""
    name = re.sub(r"[^\w]+", " ", folded(street_name(written.street))).strip()
    where = re.sub(r"[^\w]+", " ", folded(written.locality)).strip()
    house = (building_number(written.building), building_number(written.flat))
    return "|".join((written.municipality_code[:6], where, name, *house))


def check_postcode(postcode: str) -> None:
    """An empty one is allowed: of some places only the street was published. Raises PostcodeMalformed."""
    if postcode and not POSTCODE.fullmatch(postcode):
        raise PostcodeMalformed(postcode)


@dataclass(frozen=True)
class StreetLine:
    """A line of an area's register: numbers from–to (both in; None: open) of one street, from a day on."""

    street: str
    from_no: int | None
    to_no: int | None
    parity: str
    valid_from: date

    def holds(self, street_key: str, number: int) -> bool:
        low, high = self.from_no or 0, self.to_no or number
        side = self.parity == Parity.ALL or (number % 2 == 1) == (self.parity == Parity.ODD)
        return folded(street_name(self.street)) == street_key and low <= number <= high and side


@dataclass(frozen=True)
class AreaAnswer:
    """Whether a house is inside, and which version of the register (named by its first day) said so."""

    inside: bool
    version: date | None


def house_number(building: str) -> int:
    """The number that a register speaks of: 10 of `10b`. Raises BuildingUnreadable."""
    found = re.match(r"\d{1,6}", building_number(building))
    if not found:
        raise BuildingUnreadable(building)
    return int(found[0])


def version_on(lines: Iterable[StreetLine], on: date) -> date | None:
    """A register is replaced as a whole: the newest that had begun, that day included, is in force."""
    return max((line.valid_from for line in lines if line.valid_from <= on), default=None)


def inside(lines: Iterable[StreetLine], *, street: str, building: str, on: date) -> AreaAnswer:
    """Is this house in the area on this day? Without a register in force: no, by no version."""
    known = list(lines)
    version = version_on(known, on)
    wanted, number = folded(street_name(street)), house_number(building)
    in_force = (line for line in known if line.valid_from == version)
    return AreaAnswer(any(line.holds(wanted, number) for line in in_force), version)
