"""Who may be written down as whom: names, PESEL (V01-V03 and V16 of the participant record), age."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from stdnum.exceptions import InvalidChecksum, InvalidComponent, ValidationError
from stdnum.pl import pesel as pesels

from kladka.core.sorting import without_marks
from kladka.people import errors
from kladka.people.choices import Citizenship, Language, Sex

LONGEST_NAME = 100
UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
FEWEST_DIGITS, MOST_DIGITS = 7, 15
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def clean_name(written: str) -> str:
    """A name in any script, one space between its words. Raises NameMissing, NameTooLong, HiddenCharacter.

    Marks that turn the direction of text, zero bytes and the like are refused, not dropped: two people would
    look alike on the screen and be different in the ministry's file.
    """
    name = unicodedata.normalize("NFC", " ".join(written.split(" "))).strip()
    for position, letter in enumerate(name, start=1):
        if unicodedata.category(letter) in UNSEEN:
            raise errors.HiddenCharacter(position)
    name = " ".join(name.split())
    if not name:
        raise errors.NameMissing
    if len(name) > LONGEST_NAME:
        raise errors.NameTooLong(len(name), LONGEST_NAME)
    return name


def clean_pesel(written: str) -> str:
    """Eleven digits that pass the check. Raises PeselMalformed, PeselWrongDigit, PeselOfNoDay."""
    number = written.replace(" ", "").replace("-", "")
    try:
        return str(pesels.validate(number))
    except InvalidChecksum as error:
        raise errors.PeselWrongDigit from error
    except (InvalidComponent, KeyError) as error:
        raise errors.PeselOfNoDay from error
    except ValidationError as error:
        raise errors.PeselMalformed from error


def born_by(pesel: str) -> date:
    """The birth date inside a checked PESEL, century from the month (1800-2299)."""
    born: date = pesels.get_birth_date(pesel)
    return born


def sex_by(pesel: str) -> Sex:
    """Tenth digit odd: a man."""
    return Sex.MAN if pesels.get_gender(pesel) == "M" else Sex.WOMAN


def check_pesel_agrees(pesel: str, *, sex: str, birth_date: date) -> None:
    """V02 and V03. Raises PeselOfOtherSex, PeselOfOtherCentury, PeselOfOtherDay."""
    born = born_by(pesel)
    if sex_by(pesel) != sex:
        raise errors.PeselOfOtherSex
    if born == birth_date:
        return
    if (born.month, born.day, born.year % 100) == (birth_date.month, birth_date.day, birth_date.year % 100):
        raise errors.PeselOfOtherCentury(born)
    raise errors.PeselOfOtherDay(born)


def age_on(birth_date: date, day: date) -> int:
    """Full years (V04). A birthday on the day counts; born on 29 February, the birthday is 1 March."""
    return day.year - birth_date.year - ((day.month, day.day) < (birth_date.month, birth_date.day))


def clean_phone(written: str) -> str:
    """Digits, perhaps after a plus. Raises PhoneMalformed (V16: 7 to 15 digits)."""
    number = re.sub(r"[\s().-]", "", written)
    digits = number.removeprefix("+")
    if not (digits.isascii() and digits.isdigit() and FEWEST_DIGITS <= len(digits) <= MOST_DIGITS):
        raise errors.PhoneMalformed
    return number


def clean_email(written: str) -> str:
    """Small letters are left as they are written. Raises EmailMalformed (V16: no diacritics)."""
    address = written.strip()
    if not EMAIL.fullmatch(address):
        raise errors.EmailMalformed
    return address


def search_text(*parts: str) -> str:
    """Everything by which a person is looked for, without marks, each part apart."""
    return " ".join(without_marks(part) for part in parts if part)


@dataclass(frozen=True, kw_only=True)
class Details:
    """Who somebody is, as written in a form or a file; `checked` gives it back as it may be kept."""

    first_name: str
    last_name: str
    pesel: str = ""
    sex: str = ""
    birth_date: date | None = None
    identifier_kind: str = ""
    identifier: str = ""
    citizenship: str = Citizenship.POLISH
    language: str = Language.POLISH


def checked(details: Details, *, on: date) -> Details:
    """Details that agree with each other; what the PESEL knows is filled in. Raises errors of this module."""
    pesel = clean_pesel(details.pesel) if details.pesel.strip() else ""
    sex = details.sex or (sex_by(pesel) if pesel else "")
    birth_date = details.birth_date or (born_by(pesel) if pesel else None)
    if not sex or birth_date is None:
        raise errors.BirthUnknown
    if birth_date > on:
        raise errors.BornInFuture
    identifier = clean_identifier(details.identifier)
    check_document(pesel, details.identifier_kind, identifier)
    if pesel:
        check_pesel_agrees(pesel, sex=sex, birth_date=birth_date)
    return replace(
        details,
        first_name=clean_name(details.first_name),
        last_name=clean_name(details.last_name),
        pesel=pesel,
        sex=sex,
        birth_date=birth_date,
        identifier=identifier,
    )


def check_document(pesel: str, kind: str, identifier: str) -> None:
    """A document stands in for a PESEL and has both kind and number. Raises DocumentIncomplete, PeselAndDocument."""
    if bool(kind) != bool(identifier):
        raise errors.DocumentIncomplete
    if pesel and identifier:
        raise errors.PeselAndDocument


def clean_identifier(written: str) -> str:
    """The number of a document, in capitals and without spaces, so that one document is one number."""
    return "".join(one for one in written.upper() if one.isalnum() or one in "/-")
