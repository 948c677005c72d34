"""V01–V06: who the person is."""

from collections.abc import Iterator
from datetime import date

from stdnum.exceptions import ValidationError
from stdnum.pl import pesel

from kladka.reporting.rules.case import Case, Check, Finding, shown

DIGITS = 11


def birth_date(number: str) -> date | None:
    """The day of birth in a PESEL; None where the digits name no day."""
    try:
        return pesel.get_birth_date(number)
    except (ValidationError, ValueError):
        return None


def age(born: date, on: date) -> int:
    """Full years on a day; a birthday on that day counts."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def is_eleven_digits(number: str) -> bool:
    return len(number) == DIGITS and number.isascii() and number.isdigit()


def pesel_is_whole(case: Case) -> Iterator[Finding]:
    """V01: eleven digits, and the last one follows from the others."""
    number = case.line.pesel
    if not case.has_pesel or not number:
        return
    if not is_eleven_digits(number):
        yield Finding("V01", "pesel", "pesel_digits", values=shown(count=len(number)))
    elif pesel.calc_check_digit(number[:-1]) != number[-1]:
        yield Finding("V01", "pesel", "pesel_check_digit")


def pesel_holds_a_day(case: Case) -> Iterator[Finding]:
    """V02: the first six digits are a real day, which agrees with the day of birth in the record."""
    if not case.has_pesel or not is_eleven_digits(case.line.pesel):
        return
    born, known = birth_date(case.line.pesel), case.background.birth_date
    if born is None:
        yield Finding("V02", "pesel", "pesel_no_day")
    elif known and known != born:
        yield Finding("V02", "pesel", "pesel_other_day", values=shown(pesel=born, record=known))


def pesel_agrees_with_sex(case: Case) -> Iterator[Finding]:
    """V03: the tenth digit is odd for men, even for women."""
    if not case.has_pesel or not is_eleven_digits(case.line.pesel):
        return
    code = "man" if int(case.line.pesel[9]) % 2 else "woman"
    if case.line.sex and not case.says("sex", "sex", code):
        yield Finding("V03", "sex", "pesel_other_sex")


def age_is_that_of_the_first_day(case: Case) -> Iterator[Finding]:
    """V04: full years on the start date."""
    line = case.line
    born = case.background.birth_date or (birth_date(line.pesel) if case.has_pesel else None)
    if born is None or line.start_date is None or line.age_at_entry is None:
        return
    expected = age(born, line.start_date)
    if line.age_at_entry != expected:
        yield Finding("V04", "age_at_entry", "age", values=shown(found=line.age_at_entry, expected=expected))


def nobody_stands_twice(case: Case) -> Iterator[Finding]:
    """V05: no second active person with the same PESEL in one project."""
    if case.background.twins:
        yield Finding("V05", "pesel", "pesel_twice")


def without_pesel_another_identifier(case: Case) -> Iterator[Finding]:
    """V06: without a PESEL the number is another identifier, and the day of birth and sex are known."""
    line = case.line
    if case.has_pesel:
        return
    if not line.pesel:
        yield Finding("V06", "pesel", "no_other_identifier")
    elif is_eleven_digits(line.pesel) and pesel.is_valid(line.pesel):
        yield Finding("V06", "no_pesel", "pesel_in_spite")
    if case.background.birth_date is None:
        yield Finding("V06", "age_at_entry", "no_birth_date")
    if not line.sex:
        yield Finding("V06", "sex", "no_sex")


IDENTITY: tuple[Check, ...] = (
    pesel_is_whole,
    pesel_holds_a_day,
    pesel_agrees_with_sex,
    age_is_that_of_the_first_day,
    nobody_stands_twice,
    without_pesel_another_identifier,
)
