"""Every rule from both sides: a line that keeps it, and one that breaks it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from stdnum.pl import pesel

from kladka.reporting.layouts import layout
from kladka.reporting.lines import Line, SupportGiven
from kladka.reporting.rules import CHECKS, Background, Case, Finding, Level, findings, may_be_sent
from kladka.reporting.rules.identity import age, birth_date
from kladka.reporting.wording import SENTENCES, remedy, sentence

SM_EFS = layout("sm-efs", on=date(2026, 7, 1))
TODAY = date(2026, 6, 28)
FIRST = date(2026, 3, 9)
ADVICE = SupportGiven("", "doradztwo/konsultacje", "doradztwo zawodowe", FIRST)
GOOD = Line(
    project_number="FEPR.05.02-IP.01-0007/25",
    citizenship="Obywatelstwo polskie",
    participant_kind="Indywidualny",
    first_name="Jan",
    last_name="Malwa",
    pesel="44051401458",
    no_pesel="Nie",
    sex="Mężczyzna",
    age_at_entry=81,
    education_level="Wyższe (ISCED 5–8)",
    country="Polska",
    voivodeship="śląskie",
    county="przykładowski",
    municipality="Przykładowo",
    locality="Przykładowo",
    postcode="99-999",
    degurba="2",
    phone="999999999",
    email="jan@example.org",
    start_date=FIRST,
    labour_status="Osoba bezrobotna",
    labour_status_detail="Inne",
    supports=(ADVICE,),
    foreign_origin="Nie",
    third_country_national="Nie",
    minority="Odmowa podania informacji",
    homeless="Nie",
    has_disability="Tak",
)
PROJECT = Background(project_start=date(2026, 1, 1), project_end=date(2026, 12, 31))
OUTSIDE = "Brak polskiego obywatelstwa lub UE – obywatel kraju spoza UE/ bezpaństwowiec"
INACTIVE = {"labour_status": "Osoba bierna zawodowo", "labour_status_detail": ""}
LEFT = {"end_date": date(2026, 5, 31), "path_completed": "Tak", "situation_at_exit": "Nie dotyczy"}
NO_PESEL = {"pesel": "AB123456", "no_pesel": "Tak"}
BORN = {"birth_date": date(1944, 5, 14)}
LONG = {"labour_status_detail": "Osoba długotrwale bezrobotna"}


def found_in(line: dict[str, Any], known: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    case = Case(replace(GOOD, **line), SM_EFS, TODAY, replace(PROJECT, **known))
    return [(one.rule, one.field, one.key, one.level.value) for one in findings(case)]


def numbered(stem: str) -> str:
    return stem + pesel.calc_check_digit(stem)


@pytest.mark.parametrize(
    ("line", "known"),
    [
        pytest.param({}, {}, id="V00 everything required is there"),
        pytest.param({"pesel": numbered("4405140147")}, {}, id="V01 the right check digit"),
        pytest.param({"pesel": "44051401458"}, BORN, id="V02 the day in the record is that of the PESEL"),
        pytest.param({"pesel": "02070803628", "sex": "Kobieta", "age_at_entry": 123}, {}, id="V03 a woman"),
        pytest.param(
            {"pesel": numbered("9603090002"), "sex": "Kobieta", "age_at_entry": 30},
            {},
            id="V04 birthday on the day",
        ),
        pytest.param({}, {"twins": 0}, id="V05 alone with the PESEL"),
        pytest.param(NO_PESEL, BORN, id="V06 another identifier"),
        pytest.param(INACTIVE, {}, id="V07 the inactive may have no detail"),
        pytest.param(
            {"labour_status": "Osoba pracująca", "labour_status_detail": "Osoba pracująca w MMŚP"},
            {"occupation": "inny", "employer": "X"},
            id="V07 the employed have work",
        ),
        pytest.param({}, {"excluded_statuses": frozenset({"employed"})}, id="V08 another status is excluded"),
        pytest.param(LEFT, {"support_ends": (date(2026, 5, 31),)}, id="V09 the last day is in"),
        pytest.param({"supports": (ADVICE, ADVICE)}, {}, id="V10 two on the first day"),
        pytest.param(LEFT, {}, id="V11 the exit is told"),
        pytest.param(
            {"citizenship": OUTSIDE, "third_country_national": "Tak"}, {}, id="V12 a third-country national"
        ),
        pytest.param({}, {"municipality_degurba": "2"}, id="V13 the municipality's value"),
        pytest.param({}, {"municipality_degurba": "1", "degurba_note": "an estate"}, id="V13 with a note"),
        pytest.param(LONG, {"unemployed_since": date(2025, 3, 9)}, id="V14 twelve months to the day"),
        pytest.param({}, {"unemployed_since": date(2025, 3, 10)}, id="V14 one day short of it"),
        pytest.param(INACTIVE, {"full_time_student": True}, id="V15 an inactive student"),
        pytest.param({}, {"parental_leave_without_job": True}, id="V15 an unemployed parent"),
        pytest.param({"phone": "+48 999-999-999"}, {}, id="V16 a telephone with spaces"),
        pytest.param({"citizenship": OUTSIDE, "third_country_national": "Tak"}, {}, id="V17 U+2013"),
        pytest.param({"homeless": "Odmowa podania informacji"}, {}, id="V18 a sensitive answer refused"),
        pytest.param(
            {
                "participant_kind": "Pracownik lub przedstawiciel instytucji/podmiotu",
                "institution_name": "Ośrodek",
            },
            {},
            id="V19 an institution with its name",
        ),
    ],
)
def test_a_line_that_keeps_the_rules_has_no_findings(line: dict[str, Any], known: dict[str, Any]) -> None:
    assert found_in(line, known) == []


E, W = "error", "warning"


@pytest.mark.parametrize(
    ("line", "known", "expected"),
    [
        ({"county": ""}, {}, ("V00", "county", "missing", E)),
        ({"supports": ()}, {}, ("V00", "support_kind", "no_support", E)),
        ({"pesel": "4405140145"}, {}, ("V01", "pesel", "pesel_digits", E)),
        ({"pesel": "44051401459"}, {}, ("V01", "pesel", "pesel_check_digit", E)),
        ({"pesel": numbered("4413140145")}, {}, ("V02", "pesel", "pesel_no_day", E)),
        ({}, {"birth_date": date(1944, 5, 15)}, ("V02", "pesel", "pesel_other_day", E)),
        ({"sex": "Kobieta"}, {}, ("V03", "sex", "pesel_other_sex", E)),
        ({"age_at_entry": 82}, {}, ("V04", "age_at_entry", "age", E)),
        ({}, {"twins": 1}, ("V05", "pesel", "pesel_twice", E)),
        ({**NO_PESEL, "pesel": ""}, BORN, ("V06", "pesel", "no_other_identifier", E)),
        ({"no_pesel": "Tak"}, BORN, ("V06", "no_pesel", "pesel_in_spite", E)),
        (NO_PESEL, {}, ("V06", "age_at_entry", "no_birth_date", E)),
        ({"labour_status_detail": ""}, {}, ("V07", "labour_status_detail", "no_detail", E)),
        (
            {"labour_status_detail": "Osoba pracująca na uczelni"},
            {},
            ("V07", "labour_status_detail", "detail_of_another_status", E),
        ),
        ({}, {"employer": "X"}, ("V07", "labour_status", "work_without_job", E)),
        (
            {},
            {"excluded_statuses": frozenset({"unemployed"})},
            ("V08", "labour_status", "status_excluded", E),
        ),
        ({}, {"project_start": date(2026, 3, 10)}, ("V09", "start_date", "before_project", E)),
        ({}, {"project_end": date(2026, 3, 8)}, ("V09", "end_date", "after_project", E)),
        (LEFT, {"support_ends": (date(2026, 6, 1),)}, ("V09", "support_start", "support_after_end", E)),
        ({}, {"support_ends": (date(2026, 3, 8),)}, ("V09", "support_start", "support_ends_first", E)),
        (
            {"supports": (replace(ADVICE, start=date(2026, 3, 10)),)},
            {},
            ("V10", "start_date", "start_is_not_first_support", E),
        ),
        ({**LEFT, "path_completed": ""}, {}, ("V11", "path_completed", "no_path", W)),
        (
            {**LEFT, "end_date": date(2026, 5, 30), "situation_at_exit": ""},
            {},
            ("V11", "situation_at_exit", "no_situation", E),
        ),
        ({"citizenship": OUTSIDE}, {}, ("V12", "third_country_national", "third_country", E)),
        (
            {"third_country_national": "Tak"},
            {},
            ("V12", "third_country_national", "not_third_country", E),
        ),
        ({}, {"municipality_degurba": "1"}, ("V13", "degurba", "degurba", W)),
        ({}, {"unemployed_since": date(2025, 3, 9)}, ("V14", "labour_status_detail", "long_term", W)),
        (LONG, {"unemployed_since": date(2025, 4, 1)}, ("V14", "labour_status_detail", "not_long_term", W)),
        ({}, {"full_time_student": True}, ("V15", "labour_status", "student_is_inactive", W)),
        (INACTIVE, {"parental_leave_without_job": True}, ("V15", "labour_status", "parent_is_unemployed", W)),
        ({"email": "żaba@example.org"}, {}, ("V16", "email", "email_diacritics", E)),
        ({"email": "jan.example.org"}, {}, ("V16", "email", "email", E)),
        ({"phone": "12"}, {}, ("V16", "phone", "phone", E)),
        ({"phone": "", "email": ""}, {}, ("V16", "phone", "no_contact", E)),
        ({"phone": ""}, {}, ("V16", "phone", "no_phone", W)),
        ({"email": ""}, {}, ("V16", "email", "no_email", W)),
        ({"postcode": "99999"}, {}, ("V16", "postcode", "postcode", E)),
        ({"education_level": "Wyższe (ISCED 5-8)"}, {}, ("V17", "education_level", "word_almost", E)),
        ({"education_level": "Studia"}, {}, ("V17", "education_level", "word_unknown", E)),
        (
            {"supports": (replace(ADVICE, detail="pomoc prawna"),)},
            {},
            ("V17", "support_detail", "word_unknown", E),
        ),
        (
            {"supports": (replace(ADVICE, kind="rozmowa"),)},
            {},
            ("V17", "support_kind", "word_unknown", E),
        ),
        (
            {"supports": (replace(ADVICE, detail=""),)},
            {},
            ("V17", "support_detail", "support_without_detail", E),
        ),
        (
            {"supports": (replace(ADVICE, kind="", detail=""),)},
            {},
            ("V17", "support_kind", "support_without_kind", E),
        ),
        (
            {"supports": (ADVICE, replace(ADVICE, start=None))},
            {},
            ("V17", "support_start", "support_without_start", E),
        ),
        ({"remarks": "Odmowa podania informacji"}, {}, ("V18", "remarks", "refused", E)),
        (
            {"participant_kind": "Pracownik lub przedstawiciel instytucji/podmiotu"},
            {},
            ("V19", "institution_name", "no_institution", E),
        ),
        ({"institution_name": "Ośrodek"}, {}, ("V19", "institution_name", "institution_of_individual", E)),
    ],
)
def test_a_line_that_breaks_one_rule_is_told_which(
    line: dict[str, Any], known: dict[str, Any], expected: tuple[str, str, str, str]
) -> None:
    assert found_in(line, known) == [expected]


def test_without_pesel_the_sex_is_asked_for() -> None:
    asked = ("V06", "sex", "no_sex", "error")

    assert asked in found_in({**NO_PESEL, "sex": ""}, BORN)


def test_an_end_before_the_start_and_a_support_before_it_are_told() -> None:
    early = {**LEFT, "end_date": date(2026, 3, 1), "start_date": date(2026, 3, 20)}

    assert [key for _rule, _field, key, _level in found_in(early, {}) if _rule == "V09"] == [
        "end_before_start",
        "support_before_start",
        "support_after_end",
    ]


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("4485140145", date(1844, 5, 14)),
        ("4405140145", date(1944, 5, 14)),
        ("4425140145", date(2044, 5, 14)),
        ("4445140145", date(2144, 5, 14)),
        ("4465140145", date(2244, 5, 14)),
        ("4405320145", None),
    ],
)
def test_the_month_of_a_pesel_tells_the_century(stem: str, expected: date | None) -> None:
    assert birth_date(numbered(stem)) == expected


def test_age_is_in_full_years_and_a_birthday_on_the_day_counts() -> None:
    born = date(1996, 3, 9)

    assert [age(born, on) for on in (date(2026, 3, 8), date(2026, 3, 9))] == [29, 30]


def test_every_sentence_is_used_and_can_be_said() -> None:
    names = "count pesel record found expected detail status day limit support start first due months kind"
    values = dict.fromkeys(names.split(), "x")

    said = [(sentence(key, values), remedy(key)) for key in SENTENCES]

    assert all(told.endswith(".") and "%" not in told and what_to_do for told, what_to_do in said)


def test_a_warning_goes_with_the_line_and_an_error_keeps_it_out() -> None:
    warning = Finding("V13", "degurba", "degurba", Level.WARNING)
    error = Finding("V01", "pesel", "pesel_digits")

    assert [may_be_sent(()), may_be_sent((warning,)), may_be_sent((warning, error))] == [True, True, False]


def test_no_check_is_listed_twice() -> None:
    assert len(set(CHECKS)) == len(CHECKS)
