from datetime import date

import pytest

from kladka.core.errors import DomainError
from kladka.people import errors, rules
from kladka.people.choices import Sex
from kladka.people.tests.builders import a_pesel

DAY = date(2026, 1, 5)
BORN = date(1980, 5, 17)
PESEL = a_pesel(BORN, Sex.WOMAN, serial=7)
OF_2080 = date(2080, 5, 17)


def said(**given: object) -> rules.Details:
    return rules.Details(**{"first_name": "Anna", "last_name": "Malinowa", "pesel": PESEL, **given})  # type: ignore[arg-type]


def wrong_digit(pesel: str) -> str:
    return pesel[:-1] + str((int(pesel[-1]) + 1) % 10)


def test_what_the_pesel_knows_is_filled_in() -> None:
    checked = rules.checked(
        said(first_name="  Anna\u00a0 Maria ", pesel=f" {PESEL[:6]}-{PESEL[6:]} "), on=DAY
    )

    assert checked == said(first_name="Anna Maria", sex=Sex.WOMAN, birth_date=BORN)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"pesel": wrong_digit(PESEL)}, "Check the PESEL with the document: one of its digits is wrong."),
        ({"pesel": PESEL[:-1]}, "Write the PESEL with its 11 digits and nothing else."),
        ({"pesel": "8005170007x"}, "Write the PESEL with its 11 digits and nothing else."),
        (
            {"pesel": "80023100077"},
            "Check the first six digits of the PESEL: there is no such date of birth.",
        ),
        ({"sex": "man"}, "Correct the sex or the PESEL: the tenth digit belongs to the other sex."),
        (
            {"birth_date": date(1880, 5, 17)},
            "Correct the date of birth or the PESEL: the PESEL says May 17, 1980, another century.",
        ),
        (
            {"birth_date": date(1980, 5, 18)},
            "Correct the date of birth or the PESEL: the PESEL says May 17, 1980.",
        ),
        (
            {"pesel": a_pesel(OF_2080, Sex.WOMAN, serial=7)},
            "Correct the date of birth: that day has not come yet.",
        ),
        ({"pesel": ""}, "Without a PESEL, give the date of birth and the sex."),
        ({"pesel": "", "sex": "woman"}, "Without a PESEL, give the date of birth and the sex."),
        ({"first_name": "   "}, "Write the first name and the surname."),
        ({"last_name": "M" * 300}, "Shorten the name: it has 300 letters, and 100 fit."),
        (
            {"last_name": "Mali\0nowa"},
            "Write the name again by hand: a character nobody can see stands at place 5.",
        ),
        (
            {"last_name": "\u202eawonilaM"},
            "Write the name again by hand: a character nobody can see stands at place 1.",
        ),
        ({"identifier_kind": "passport"}, "Give both the kind of the document and its number."),
        ({"identifier": "AB 123"}, "Give both the kind of the document and its number."),
        (
            {"identifier_kind": "passport", "identifier": "AB 123"},
            "Give either a PESEL or another document, not both.",
        ),
    ],
)
def test_each_mistake_has_its_own_sentence(given: dict[str, object], sentence: str) -> None:
    with pytest.raises(DomainError) as refusal:
        rules.checked(said(**given), on=DAY)

    assert str(refusal.value) == sentence


@pytest.mark.parametrize("name", ["Żółć-Gęślą", "O’Neill", "Шевченко", "Nguyễn", "عائشة", "李"])
def test_a_name_may_be_of_any_script(name: str) -> None:
    assert rules.clean_name(name) == name


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(1996, 3, 9), date(2026, 3, 9), 30),
        (date(1996, 3, 9), date(2026, 3, 8), 29),
        (date(2004, 2, 29), date(2022, 2, 28), 17),
        (date(2004, 2, 29), date(2022, 3, 1), 18),
    ],
)
def test_age_is_in_full_years_and_the_birthday_counts(born: date, day: date, age: int) -> None:
    assert rules.age_on(born, day) == age


def test_telephones_and_addresses_are_kept_as_the_official_file_wants_them() -> None:
    assert (rules.clean_phone("+48 (32) 000-00-00"), rules.clean_email(" anna@example.org ")) == (
        "+48320000000",
        "anna@example.org",
    )


@pytest.mark.parametrize("written", ["12345", "1234567890123456", "32 OOO OO OO", "٣٢٠٠٠٠٠٠٠"])
def test_a_telephone_that_nobody_can_dial_is_refused(written: str) -> None:
    with pytest.raises(errors.PhoneMalformed):
        rules.clean_phone(written)


@pytest.mark.parametrize("written", ["anna", "anna@example", "żaneta@example.org", "a b@example.org"])
def test_an_address_that_cannot_be_is_refused(written: str) -> None:
    with pytest.raises(errors.EmailMalformed):
        rules.clean_email(written)
