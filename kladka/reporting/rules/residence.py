"""V12, V13, V16: citizenship, kind of area, contacts."""

import re
from collections.abc import Iterator

from kladka.reporting.rules.case import Case, Check, Finding, Level, shown

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PHONE = re.compile(r"\+?\d{7,15}")
POSTCODE = re.compile(r"\d{2}-\d{3}", re.ASCII)


def third_country_follows_citizenship(case: Case) -> Iterator[Finding]:
    """V12: third-country national if and only if the citizenship lies outside the Union or is none."""
    line = case.line
    if not line.citizenship or not line.third_country_national:
        return
    outside = case.says("citizenship", "citizenship", "outside_eu")
    if outside != case.says("third_country_national", "yes_no", "yes"):
        yield Finding("V12", "third_country_national", "third_country" if outside else "not_third_country")


def degurba_is_that_of_the_municipality(case: Case) -> Iterator[Finding]:
    """V13: the municipality's own value; another needs a note."""
    known = case.background.municipality_degurba
    if known and case.line.degurba and case.line.degurba != known and not case.background.degurba_note:
        values = shown(found=case.line.degurba, expected=known)
        yield Finding("V13", "degurba", "degurba", Level.WARNING, values)


def email_is_one(case: Case) -> Iterator[Finding]:
    """V16: an address without diacritics."""
    email = case.line.email
    if not email.isascii():
        yield Finding("V16", "email", "email_diacritics")
    elif email and not EMAIL.fullmatch(email):
        yield Finding("V16", "email", "email")


def phone_is_one(case: Case) -> Iterator[Finding]:
    """V16: seven to fifteen digits."""
    bare = re.sub(r"[ \-()]", "", case.line.phone)
    if bare and not (bare.isascii() and PHONE.fullmatch(bare)):
        yield Finding("V16", "phone", "phone")


def postcode_is_one(case: Case) -> Iterator[Finding]:
    """V16: two digits, a hyphen, three digits."""
    if case.line.postcode and not POSTCODE.fullmatch(case.line.postcode):
        yield Finding("V16", "postcode", "postcode")


def somebody_can_be_reached(case: Case) -> Iterator[Finding]:
    """V16: the system asks for a telephone and an address; one of them is the least."""
    line = case.line
    if not line.phone and not line.email:
        yield Finding("V16", "phone", "no_contact")
    elif not line.phone:
        yield Finding("V16", "phone", "no_phone", Level.WARNING)
    elif not line.email:
        yield Finding("V16", "email", "no_email", Level.WARNING)


RESIDENCE: tuple[Check, ...] = (
    third_country_follows_citizenship,
    degurba_is_that_of_the_municipality,
    email_is_one,
    phone_is_one,
    postcode_is_one,
    somebody_can_be_reached,
)
