"""The small values of the format, and how each is written in TOML.

A value that was not published is left out of the file. Numbers that are not exact say how they stand to the true
one: `{ at_least = 60 }`, `{ about = "1400000.00" }`. Money and percentages stand in quotes, so that no reader makes
them inexact.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from kladka.programmes.choices import Relation
from kladka.programmes.rules import Amount, Count, Length, PartialDate


class Columns(StrEnum):
    """Mark of a value that takes more than one column of a table."""

    DATE = "date"
    NUMBER = "number"
    LENGTH = "length"


@dataclass(frozen=True)
class Refers:
    """Mark of a key that names a row of another table of the same file."""

    section: str


class Refusal(StrEnum):
    """Why a value is refused."""

    HIDDEN_CHARACTER = "hidden_character"
    WRONG_DATE = "wrong_date"
    WRONG_RELATION = "wrong_relation"
    WRONG_COUNT = "wrong_count"
    WRONG_AMOUNT = "wrong_amount"
    WRONG_HOUR = "wrong_hour"
    WRONG_LENGTH = "wrong_length"
    EMPTY_VENUE = "empty_venue"
    EMPTY_COMMUNITY = "empty_community"
    EMPTY_PARTY = "empty_party"
    EMPTY_TARGET = "empty_target"
    EMPTY_FIGURE = "empty_figure"
    AGES = "ages"
    NO_BUILDING = "no_building"
    LONG_DISTRICT = "long_district"
    HOURS = "hours"


class Shared(StrEnum):
    """Mark of a value that is one record for the whole municipality."""

    ORGANISATION = "organisation"
    VENUE = "venue"
    DISTRICT = "district"


_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_MONEY = re.compile(r"\d{1,12}(\.\d{1,2})?", re.ASCII)
_PERCENT = re.compile(r"\d{1,3}(\.\d{1,4})?", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,12}(\.\d{1,6})?", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_LOOSE = tuple(relation.value for relation in Relation if relation != Relation.EXACTLY)
LARGEST_COUNT = 2_000_000_000
LARGEST_WHOLE = 32_767


def refuse(kind: Refusal, **context: object) -> PydanticCustomError:
    """An error whose sentence stands in `kladka.definitions.messages`."""
    return PydanticCustomError(kind.value, kind.value, context)


def clean(text: str) -> str:
    """Text without what cannot be seen: controls and marks that turn the direction of letters."""
    for letter in text:
        if letter in _BIDI or (unicodedata.category(letter) == "Cc" and letter != "\n"):
            raise refuse(Refusal.HIDDEN_CHARACTER, code=f"U+{ord(letter):04X}")
    return unicodedata.normalize("NFC", text)


def parse_date(given: object) -> PartialDate | None:
    if given is None or isinstance(given, PartialDate):
        return given
    try:
        if type(given) is date:
            return PartialDate(given)
        if isinstance(given, str):
            return PartialDate.parse(given)
    except ValueError:
        pass
    raise refuse(Refusal.WRONG_DATE, given=str(given))


def _relation_and_number(given: object, form: str) -> tuple[Relation, object]:
    """The relation and the bare number of `60` or `{ at_least = 60 }`."""
    if not isinstance(given, dict):
        return Relation.EXACTLY, given
    if len(given) != 1 or next(iter(given)) not in _LOOSE:
        raise refuse(Refusal.WRONG_RELATION, known=", ".join(_LOOSE), form=form)
    ((word, number),) = given.items()
    return Relation(word), number


def parse_count(given: object) -> Count | None:
    if given is None or isinstance(given, Count):
        return given
    relation, number = _relation_and_number(given, "60")
    if type(number) is not int or not 0 <= number <= LARGEST_COUNT:
        raise refuse(Refusal.WRONG_COUNT, given=_shown(number))
    return Count(number, relation)


def _decimal(given: object, pattern: re.Pattern[str], form: str) -> Decimal:
    if isinstance(given, Decimal):
        return given
    if not isinstance(given, str) or not pattern.fullmatch(given):
        raise refuse(Refusal.WRONG_AMOUNT, given=_shown(given), form=form)
    return Decimal(given)


def _shown(given: object) -> str:
    """What stands in the file, short."""
    return f'"{given[:40]}"' if isinstance(given, str) else str(given)[:40]


def parse_amount(given: object) -> Amount | None:
    if given is None or isinstance(given, Amount):
        return given
    relation, value = _relation_and_number(given, '"1400000.00"')
    return Amount(_decimal(value, _MONEY, "954168.75").quantize(Decimal("0.01")), relation)


def parse_percent(given: object) -> Decimal | None:
    if given is None:
        return None
    return plain(_decimal(str(given) if type(given) is int else given, _PERCENT, "85"))


def parse_decimal(given: object) -> Decimal | None:
    if given is None:
        return None
    return plain(_decimal(str(given) if type(given) is int else given, _DECIMAL, "1.5"))


def parse_clock(given: object) -> time | None:
    if given is None or isinstance(given, time):
        return given
    found = _CLOCK.fullmatch(given) if isinstance(given, str) else None
    if found is None:
        raise refuse(Refusal.WRONG_HOUR, given=_shown(given))
    return time(int(found[1]), int(found[2]))


def parse_length(given: object) -> Length | None:
    if given is None or isinstance(given, Length):
        return given
    if isinstance(given, str) and 0 < len(given) <= _WORDS:
        return Length(words=clean(given))
    known = isinstance(given, dict) and given and not set(given) - {"months", "words"}
    months, words = (given.get("months"), given.get("words", "")) if isinstance(given, dict) else (None, "")
    if not known or not isinstance(words, str) or not _is_months(months) or not (months or words):
        raise refuse(Refusal.WRONG_LENGTH)
    return Length(months, clean(words))


_WORDS = 200


def _is_months(given: object) -> bool:
    return given is None or (type(given) is int and 0 < given <= 1200)  # noqa: PLR2004 - a hundred years


def plain(number: Decimal) -> Decimal:
    """Without zeros that say nothing: 85.00 is 85."""
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()


def _schema(**described: Any) -> WithJsonSchema:
    return WithJsonSchema(described)


def _loose_schema(number: dict[str, Any]) -> WithJsonSchema:
    loose = {
        "type": "object",
        "properties": dict.fromkeys(_LOOSE, number),
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
    }
    return _schema(anyOf=[number, loose])


def _parsed(
    parse: Callable[[object], object], schema: WithJsonSchema
) -> tuple[PlainValidator, WithJsonSchema]:
    return PlainValidator(parse), schema


_QUOTED_MONEY: dict[str, Any] = {"type": "string", "pattern": rf"^{_MONEY.pattern}$"}
_NUMBER_OF_THINGS: dict[str, Any] = {"type": "integer", "minimum": 0, "maximum": LARGEST_COUNT}
_LENGTH_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {"months": {"type": "integer", "minimum": 1}, "words": {"type": "string"}},
            "additionalProperties": False,
        },
    ]
}

Key = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60),
    Field(description="A short name within this table: small letters, digits and hyphens. It never changes."),
]
Line = Annotated[
    str, StringConstraints(min_length=1, max_length=500, pattern=r"^\S[^\n]*$"), AfterValidator(clean)
]
MaybeLine = Annotated[str, StringConstraints(max_length=500, pattern=r"^(\S[^\n]*)?$"), AfterValidator(clean)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000), AfterValidator(clean)]
MaybeProse = Annotated[str, StringConstraints(max_length=20_000), AfterValidator(clean)]
Code = Annotated[str, StringConstraints(pattern=r"^[\w.-]{1,60}$")]
MaybeCode = Annotated[str, StringConstraints(pattern=r"^[\w.-]{0,60}$")]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
MaybeCurrency = Annotated[str, StringConstraints(pattern=r"^([A-Z]{3})?$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Lines = tuple[Line, ...]

MaybeDate = Annotated[
    PartialDate | None,
    PlainValidator(parse_date),
    _schema(type="string", pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="A day, a month or a year."),
    Columns.DATE,
]
MaybeCount = Annotated[
    Count | None, PlainValidator(parse_count), _loose_schema(_NUMBER_OF_THINGS), Columns.NUMBER
]
MaybeAmount = Annotated[
    Amount | None, PlainValidator(parse_amount), _loose_schema(_QUOTED_MONEY), Columns.NUMBER
]
MaybeLength = Annotated[
    Length | None, PlainValidator(parse_length), WithJsonSchema(_LENGTH_SCHEMA), Columns.LENGTH
]
MaybePercent = Annotated[
    Decimal | None, PlainValidator(parse_percent), _schema(type="string", pattern=rf"^{_PERCENT.pattern}$")
]
MaybeDecimal = Annotated[
    Decimal | None, PlainValidator(parse_decimal), _schema(type="string", pattern=rf"^{_DECIMAL.pattern}$")
]
MaybeClock = Annotated[
    time | None, PlainValidator(parse_clock), _schema(type="string", pattern=rf"^{_CLOCK.pattern}$")
]
MaybeWhole = Annotated[int | None, Field(ge=0, le=LARGEST_WHOLE)]
