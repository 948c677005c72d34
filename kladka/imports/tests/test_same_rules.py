"""A row of a list is judged by the rules of the official file: each rule with a row that breaks it and one that keeps it."""

from datetime import date
from typing import Any

import pytest
from stdnum.pl.pesel import calc_check_digit

from kladka.imports.rules.mapping import Column, SheetMap, letter_at
from kladka.imports.telling import Outcome
from kladka.imports.tests.builders import a_list, rehearsed
from kladka.programmes.models import DictionaryEntry, Edition
from kladka.reporting.tests.builders import a_register, a_reported_edition

pytestmark = pytest.mark.django_db


def number(digits: str) -> str:
    return f"{digits}{calc_check_digit(digits)}"


GOOD = {
    "first_name": "Anna",
    "last_name": "Malinowa",
    "pesel": number("8001010012"),
    "no_pesel": "nie",
    "birth_date": "",
    "sex": "K",
    "age_at_entry": "46",
    "citizenship": "polskie",
    "third_country_national": "nie",
    "participant_kind": "indywidualny",
    "institution_name": "",
    "degurba": "2",
    "postcode": "99-999",
    "phone": "600100200",
    "email": "a@example.org",
    "labour_status": "bierna",
    "labour_status_detail": "",
    "unemployed_since": "",
    "full_time_student": "",
    "parental_leave": "",
    "employer": "",
    "start_date": "2026-03-09",
    "end_date": "",
    "path_completed": "",
    "situation_at_exit": "",
    "support_kind": "skills",
    "support_start": "2026-03-09",
    "municipality": "Przykładowo",
}
# What is written instead → the rule that keeps the row out; nothing: it comes in.
ROWS: dict[str, tuple[dict[str, str], str]] = {
    "all is right": ({}, ""),
    "V01": ({"pesel": "80010100120"}, "V01"),
    "V01, ten digits": ({"pesel": "8001010012"}, "V01"),
    "V02": ({"pesel": number("8013010012"), "age_at_entry": ""}, "V02"),
    "V03": ({"sex": "M"}, "V03"),
    "V04": ({"age_at_entry": "47"}, "V04"),
    "V06": ({"pesel": "AB123456", "no_pesel": "tak", "age_at_entry": ""}, "V06"),
    "V06, kept": ({"pesel": "AB123457", "no_pesel": "tak", "birth_date": "01.01.1980"}, ""),
    "V07": ({"labour_status_detail": "długotrwale bezrobotna"}, "V07"),
    "V07, kept": ({"labour_status": "bezrobotna", "labour_status_detail": "długotrwale bezrobotna"}, ""),
    "V07, work": ({"employer": "Huta"}, "V07"),
    "V07, work of the employed": ({"labour_status": "pracująca", "employer": "Huta"}, ""),
    "V09": ({"start_date": "2025-03-09", "support_start": "2025-03-09", "age_at_entry": "45"}, "V09"),
    "V09, no day": ({"end_date": "31.02.2026"}, "V09"),
    "V10": ({"start_date": "2026-03-08"}, "V10"),
    "V11": ({"end_date": "2026-04-09"}, "V11"),
    "V11, kept": (
        {"end_date": "2026-04-09", "path_completed": "tak", "situation_at_exit": "podjęła pracę"},
        "",
    ),
    "V12": ({"third_country_national": "tak"}, "V12"),
    "V12, kept": ({"citizenship": "ukraińskie", "third_country_national": "tak"}, ""),
    "V16, telephone": ({"phone": "12"}, "V16"),
    "V16, e-mail": ({"email": "żuk@example.org"}, "V16"),
    "V16, postcode": ({"postcode": "999"}, "V16"),
    "V16, one contact is enough": ({"email": ""}, ""),
    "V17": ({"labour_status": "kosmita"}, "V17"),
    "V17, hyphen for a dash": ({"citizenship": "Brak polskiego obywatelstwa - obywatel kraju UE"}, ""),
    "V18": ({"labour_status": "Odmowa podania informacji"}, "V18"),
    "V19": ({"participant_kind": "instytucja"}, "V19"),
    "V19, kept": ({"participant_kind": "instytucja", "institution_name": "Szkoła"}, ""),
}


SHORT, LONG = {"unemployed_since": "2025-03-10"}, {"unemployed_since": "2025-03-09"}
OTHER_UNEMPLOYED = {"labour_status": "bezrobotna", "labour_status_detail": "Inne"}
LONG_TERM = {"labour_status": "bezrobotna", "labour_status_detail": "długotrwale bezrobotna"}
# What is written instead → the rule that warns; the row comes in all the same.
WARNINGS: dict[str, tuple[dict[str, str], str]] = {
    "V13": ({"degurba": "3"}, "V13"),
    "V13, kept": ({"degurba": "2"}, ""),
    "V14, a year and not said": ({**OTHER_UNEMPLOYED, **LONG}, "V14"),
    "V14, said before a year is over": ({**LONG_TERM, **SHORT}, "V14"),
    "V14, kept": ({**LONG_TERM, **LONG}, ""),
    "V15, student": ({**OTHER_UNEMPLOYED, "full_time_student": "tak"}, "V15"),
    "V15, student, kept": ({"full_time_student": "tak"}, ""),
    "V15, parent": ({"parental_leave": "x"}, "V15"),
    "V15, parent, kept": ({**OTHER_UNEMPLOYED, "parental_leave": "x"}, ""),
    "V15, on leave from a job": ({"labour_status": "pracująca", "parental_leave": "tak"}, ""),
    "V16, no e-mail": ({"email": ""}, "V16"),
}


def judged(edition: Edition, changes: list[dict[str, str]]) -> Outcome:
    """A list of good rows, each of somebody else, with these cells written instead."""
    columns = tuple(Column(letter_at(at), name, name) for at, name in enumerate(GOOD))
    rows = [tuple({**own(at), **given}.values()) for at, given in enumerate(changes)]
    return rehearsed(a_list(*rows, header=tuple(GOOD)), edition, mapping=SheetMap(columns=columns))


def rules_by_row(problems: list[Any], names: dict[str, Any]) -> dict[str, str]:
    found: dict[int, set[str]] = {}
    for one in problems:  # what is only missing (V00) may be completed here later
        found.setdefault(one.row - 2, set()).update({one.rule} - {"V00"})
    return {name: "/".join(sorted(found.get(at, ()))) for at, name in enumerate(names)}


@pytest.fixture
def edition(db: None) -> Edition:  # noqa: ARG001 - needs the database
    a_register()
    return a_reported_edition()


def test_every_rule_of_the_official_file_keeps_its_row_out_and_lets_the_other_in(edition: Edition) -> None:
    outcome = judged(edition, [given for given, _ in ROWS.values()])

    assert rules_by_row(outcome.problems, ROWS) == {name: rule for name, (_, rule) in ROWS.items()}
    assert outcome.new == sum(not rule for _, rule in ROWS.values())


def test_rules_that_warn_are_told_and_let_the_row_in(edition: Edition) -> None:
    outcome = judged(edition, [given for given, _ in WARNINGS.values()])

    assert rules_by_row(outcome.warnings, WARNINGS) == {name: rule for name, (_, rule) in WARNINGS.items()}
    assert (outcome.new, outcome.problems) == (len(WARNINGS), [])


def test_v08_who_has_a_status_to_which_the_programme_is_closed_that_day_stays_out(edition: Edition) -> None:
    for code, until in (("employed", None), ("inactive", date(2026, 6, 30))):  # the list comes in on 1 July
        DictionaryEntry.objects.create(
            programme=edition.programme,
            key=code,
            position=0,
            dictionary="excluded_status",
            code=code,
            label=code,
            valid_to=until,
        )

    outcome = judged(edition, [{"labour_status": "pracująca"}, {"labour_status": "bierna"}])

    assert [(one.row, one.rule, one.field) for one in outcome.problems] == [(2, "V08", "labour_status")]
    assert outcome.new == 1


def own(at: int) -> dict[str, str]:
    """The good row of somebody whom no other row names."""
    return {**GOOD, "pesel": number(f"800101{at:03}2")}
