"""Public texts, contacts and marks; dictionaries and rates of the call."""

from typing import Annotated

from pydantic import Field

from kladka.definitions.format.base import Record
from kladka.definitions.format.values import (
    Code,
    Key,
    Language,
    Line,
    MaybeCode,
    MaybeDate,
    MaybeDecimal,
    MaybeLine,
    Prose,
    Refers,
)
from kladka.programmes.choices import MarkKind, Topic


class Text(Record):
    """A text of the public page in one language."""

    edition: Annotated[Key | None, Refers("editions")] = None
    topic: Annotated[Topic, Field(strict=False)]
    language: Language = "pl"
    text: Prose


class Contact(Record):
    """Whom to ask: a role, never a name."""

    edition: Annotated[Key | None, Refers("editions")] = None
    role: Line
    email: MaybeLine = ""
    telephone: MaybeLine = ""
    site: Annotated[Key | None, Refers("sites")] = None


class FundMark(Record):
    """A logo or a statement that stands on every page and paper, in the order of the file."""

    edition: Annotated[Key | None, Refers("editions")] = None
    kind: Annotated[MarkKind, Field(strict=False)]
    text: Line
    """What the logo says to those who do not see it; the words of a statement."""
    image: MaybeLine = ""
    since: MaybeDate = None
    until: MaybeDate = None


class DictionaryEntry(Record):
    """One value of a dictionary of the call, from a day to a day."""

    regime: MaybeCode = ""
    dictionary: Code
    code: Code
    label: Line
    valid_from: MaybeDate = None
    valid_to: MaybeDate = None
    source: MaybeLine = ""


class DatedRate(Record):
    """A rate or a threshold, from a day to a day."""

    regime: MaybeCode = ""
    name: Code
    value: MaybeDecimal
    unit: MaybeLine = ""
    valid_from: MaybeDate = None
    valid_to: MaybeDate = None
    source: MaybeLine = ""
