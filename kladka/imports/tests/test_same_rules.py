"""A row of a list is judged by the rules of the official file: each rule with a row that breaks it and one that keeps it."""

import pytest
from stdnum.pl.pesel import calc_check_digit

from kladka.imports.rules.mapping import Column, SheetMap, letter_at
from kladka.imports.tests.builders import a_list, rehearsed
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
    "V13 warns": ({"degurba": "3"}, ""),
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


def test_every_rule_of_the_official_file_keeps_its_row_out_and_lets_the_other_in() -> None:
    a_register()
    edition = a_reported_edition()
    columns = tuple(Column(letter_at(at), name, name) for at, name in enumerate(GOOD))
    rows = [tuple({**own(at), **given}.values()) for at, (given, _) in enumerate(ROWS.values())]

    outcome = rehearsed(a_list(*rows, header=tuple(GOOD)), edition, mapping=SheetMap(columns=columns))

    found: dict[int, set[str]] = {}
    for one in outcome.problems:
        found.setdefault(one.row - 2, set()).add(one.rule)
    said = {name: "/".join(sorted(found.get(at, ()))) for at, name in enumerate(ROWS)}
    assert said == {name: rule for name, (_, rule) in ROWS.items()}
    assert outcome.new == sum(not rule for _, rule in ROWS.values())
    assert ("V13", "degurba") in {(one.rule, one.field) for one in outcome.warnings}


def own(at: int) -> dict[str, str]:
    """The good row of somebody whom no other row names."""
    return {**GOOD, "pesel": number(f"800101{at:03}2")}
