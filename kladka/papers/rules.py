"""What a template is, in what order marks stand, how papers are numbered and named."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

INVISIBLE: Final = {"Cc", "Cf", "Co", "Cs", "Cn"}
# By the rules of publicity: the region's mark comes last in the present period, before the Union's in the former.
ORDER_2021: Final = ("fund", "state", "statement", "region", "municipality", "partner")
ORDER_2014: Final = ("fund", "state", "region", "statement", "municipality", "partner")
ORDERS: Final = {"pl-2021-2027": ORDER_2021, "pl-2014-2020": ORDER_2014}


@dataclass(frozen=True, slots=True)
class Template:
    """One dated version of a paper. A version that was printed is never changed: a new one is a new file."""

    code: str
    version: date
    file: str  # below the package
    title: str  # in Polish, as on the paper


@dataclass(frozen=True, slots=True)
class Mark:
    kind: str
    text: str


def in_order(marks: Iterable[Mark], *, regime: str) -> list[Mark]:
    """As the rules of the period want them; of a period that is not known, as they were given."""
    order = next((kinds for name, kinds in ORDERS.items() if regime.startswith(name)), ())
    given = list(marks)
    return sorted(given, key=lambda one: order.index(one.kind) if one.kind in order else len(order))


def alternative(marks: Sequence[Mark]) -> str:
    """The line of marks for whoever does not see it."""
    return "Oznaczenia projektu: " + "; ".join(one.text.rstrip(".") for one in marks) + "."


def number_of(template: Template, *, project: str, running: int) -> str:
    """`A-01/FESL.07.02-IP.02-0123/24-00/001`."""
    return f"{series_of(template, project=project)}/{running:03}"


def series_of(template: Template, *, project: str) -> str:
    return f"{template.code}/{project}"


def plain(value: object) -> object:
    """Texts as they can be printed: no control signs and no marks that turn the direction of what follows."""
    if isinstance(value, str):
        return "".join(sign for sign in unicodedata.normalize("NFC", value) if is_printable(sign))
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


def is_printable(sign: str) -> bool:
    return sign == "\n" or unicodedata.category(sign) not in INVISIBLE


def file_name(*parts: str, ending: str) -> str:
    """Of plain letters: `a-01_u-12.pdf`. It carries a number, never a name."""
    letters = unicodedata.normalize("NFKD", "_".join(parts).replace("ł", "l").replace("Ł", "L"))
    plain_ones = letters.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9_.]+", "-", plain_ones).strip("-._")[:100] + f".{ending}"
