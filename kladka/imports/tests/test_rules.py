"""What a sheet means: headers under titles, columns by name and content, days, PESELs, names, addresses, words."""

from datetime import date

import pytest

from kladka.imports.profiles import profiles
from kladka.imports.rules import cells, table
from kladka.imports.rules.columns import recognised
from kladka.imports.rules.mapping import (
    Column,
    SheetMap,
    as_data,
    as_text,
    fingerprint,
    fitted,
    letter_at,
    of_data,
    place_of,
)
from kladka.imports.rules.meaning import Around, Kind, Place, Reader, Understood
from kladka.imports.rules.profiles import of_layout
from kladka.reporting import layouts
from kladka.reporting.lines import SupportGiven

WOMAN = "02070803628"  # from the domain's test numbers
LAYOUT = layouts.layout("sm-efs", on=date(2026, 1, 1))
OWN = Place(
    code="9999011", municipality="Przykładowo", county="przykładowski", voivodeship="przykładowe", degurba="2"
)
SKILLS = Kind(
    pk=1,
    key="skills",
    title="Trening",
    kind="usługa aktywnej integracji",
    detail="usługa o charakterze społecznym",
)
COURSE = Kind(pk=2, key="course", title="Kurs; komputerowy", kind="krajowe szkolenie/kurs", detail="")
AROUND = Around(
    layout=LAYOUT,
    project_number="PRZY.07.01-0001/23",
    own=OWN,
    place_of=lambda *_: None,
    supports=(SKILLS, COURSE),
)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-07-08", date(2026, 7, 8)),
        ("08.07.2026", date(2026, 7, 8)),
        ("8.7.2026 12:30", date(2026, 7, 8)),
        ("08.07.2026 r.", date(2026, 7, 8)),
        ("8 lipca 2026", date(2026, 7, 8)),
        (46211, date(2026, 7, 8)),
        ("46211", date(2026, 7, 8)),
        (46211.5, date(2026, 7, 8)),
        (date(2026, 7, 8), date(2026, 7, 8)),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_read_in_every_spelling(cell: object, expected: date | None) -> None:
    assert cells.day(cell) == expected


@pytest.mark.parametrize("cell", ["wczoraj", "2026-13-01", "31.02.2026", 5, "99999999", "inf"])
def test_what_is_no_day_is_refused(cell: object) -> None:
    with pytest.raises((ValueError, OverflowError)):
        cells.day(cell)


def test_american_days_are_known_by_the_others_of_their_column() -> None:
    column = ["7/8/2026", "7/21/2026"]

    assert cells.has_month_first(column)
    assert not cells.has_month_first([*column, "21/7/2026"])
    assert cells.day("7/8/2026", month_first=True) == date(2026, 7, 8)
    assert cells.day("07.08.2026", month_first=True) == date(2026, 8, 7)
    assert cells.has_month_first(["7/8/2026"], usually=True)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (2070803628, WOMAN),
        ("2070803628", WOMAN),
        (f" {WOMAN[:6]} {WOMAN[6:]} ", WOMAN),
        (f"'{WOMAN}", WOMAN),
        ("2070803627", "2070803627"),
        ("AB 12", "AB12"),
    ],
)
def test_zeros_that_a_spreadsheet_ate_come_back_only_where_the_check_agrees(
    cell: object, expected: str
) -> None:
    assert cells.pesel(cell) == expected


@pytest.mark.parametrize(
    ("text", "surname_first", "expected"),
    [
        ("Anna Malinowa", False, ("Anna", "Malinowa")),
        ("Anna Maria Malinowa", False, ("Anna Maria", "Malinowa")),
        ("Malinowa Anna", True, ("Anna", "Malinowa")),
        ("Malinowa, Anna", False, ("Anna", "Malinowa")),
        ("Anna Malinowa – Dąb", False, ("Anna", "Malinowa-Dąb")),
        ("Malinowa", False, ("", "Malinowa")),
    ],
)
def test_a_name_in_one_cell_falls_into_two(
    text: str, expected: tuple[str, str], *, surname_first: bool
) -> None:
    assert cells.names(text, surname_first=surname_first) == expected


def test_which_name_comes_first_is_said_by_the_header_or_by_the_names() -> None:
    assert cells.is_surname_first("Nazwisko i imię", [])
    assert not cells.is_surname_first("Imię i nazwisko", ["Kowalska Anna"])
    assert cells.is_surname_first("Uczestnik", ["Kowalska Anna", "Nowak Jan"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ul. Kwiatowa 5/12, 41-200 Sosnowiec", ("ul. Kwiatowa", "5", "12", "41-200", "Sosnowiec")),
        ("41-200 Sosnowiec, ul. 3 Maja 10 B m. 4", ("ul. 3 Maja", "10B", "4", "41-200", "Sosnowiec")),
        ("Sosnowiec, Kwiatowa 5", ("Kwiatowa", "5", "", None, "Sosnowiec")),
        ("Kwiatowa 5", ("Kwiatowa", "5", "", None, None)),
        ("Przykładowo", (None, None, None, None, "Przykładowo")),
    ],
)
def test_an_address_in_one_cell_falls_into_its_parts(text: str, expected: tuple[str | None, ...]) -> None:
    found = cells.address(text)

    assert tuple(found.get(one) for one in ("street", "building", "flat", "postcode", "locality")) == expected


ROWS: list[list[object]] = [
    ["Lista uczestników projektu „Razem”"],
    ["stan na", date(2026, 7, 1)],
    ["Lp.", "Nazwisko", "Imię", "PESEL", "w tym"],
    [1, "Malinowa", "Anna", 2070803628],
]


def test_the_header_is_found_under_merged_titles() -> None:
    assert table.header_among(ROWS) == 2
    assert table.header_among(ROWS[:2]) is None


@pytest.mark.parametrize(
    ("row", "is_none"),
    [
        (["Razem", 12, 3], True),
        ([None, "OGÓŁEM:", None, 145], True),
        (["Sporządziła: Anna Dąb", None, "podpis"], True),
        ([17], True),
        (["Lp.", "Nazwisko", "Imię", "PESEL", "w tym"], True),
        ([1, "Razem", "Anna", WOMAN], False),
        ([1, "Malinowa", "Anna", None, "uwaga"], False),
        ([1, None, None, None, "600 100 200", "bierna"], False),
    ],
)
def test_totals_signatures_and_headers_printed_again_are_no_people(
    row: list[object], *, is_none: bool
) -> None:
    header = ["Lp.", "Nazwisko", "Imię", "PESEL", "w tym"]

    assert table.is_no_person(row, [1, 2, 3], header) is is_none


def test_columns_are_known_by_name_by_what_stands_before_and_by_content() -> None:
    header = ["Lp.", "Nazwisko i imię", "Numer", "Status", "w tym", "Nr budynku", "Nr budynku", "Skrzynka"]
    sample = [[1, "Dąb Jan", WOMAN, "bezrobotny", "Inne", "1", "2", "a@example.org"]] * 3

    mapping, profile = recognised(header, sample, ())

    assert profile == ""
    assert [one.field for one in mapping.columns] == [
        "", "full_name", "pesel", "labour_status", "labour_status_detail", "building", "flat", "email",
    ]  # fmt: skip


@pytest.mark.parametrize("spelling", [0, -1])
def test_the_official_file_is_known_by_position_in_both_its_headers(spelling: int) -> None:
    known = of_layout(LAYOUT)
    header = [names[spelling] for names in known.headers]

    mapping, profile = recognised(header, [], [known])

    assert (profile, len(mapping.columns)) == ("sm-efs", 43)
    assert (mapping.columns[24].field, mapping.columns[30].field) == (
        "labour_status_detail",
        "support_detail",
    )


def test_the_sheet_of_sl2014_has_73_columns_and_its_own_person() -> None:
    sl2014 = next(one for one in profiles() if one.name == "sl2014")
    header = [names[0] for names in sl2014.headers]

    mapping, profile = recognised(header, [], profiles())

    assert (profile, len(mapping.columns)) == ("sl2014", 73)
    assert [mapping.letter_of(one) for one in ("first_name", "pesel", "labour_status_detail", "support_start")] == [
        "AH", "AJ", "BC", "BL",
    ]  # fmt: skip


def test_a_mapping_comes_back_from_its_file_and_finds_columns_that_have_moved() -> None:
    mapping = SheetMap(
        columns=(Column("A", "PESEL", "pesel"), Column("AB", "Imię", "first_name")),
        words={"labour_status": {"bezr": "unemployed"}},
        fixed={"support": "skills"},
    )

    assert of_data(as_data(mapping)) == mapping
    assert 'field = "pesel"' in as_text(mapping)
    assert [one.letter for one in fitted(mapping, ["Lp", "Pesel.", "Imię"]).columns] == ["B", "C"]
    assert [letter_at(0), letter_at(25), letter_at(26), place_of("AB")] == ["A", "Z", "AA", 27]
    assert fingerprint(["Imię:", "PESEL"]) == fingerprint(["imię", "Pesel "])


def understood(**said: object) -> Understood:
    mapping = SheetMap(columns=tuple(Column(letter_at(at), name, name) for at, name in enumerate(said)))
    return Reader(mapping, AROUND).understood(5, list(said.values()))


def test_a_towns_own_row_becomes_a_whole_line() -> None:
    one = understood(
        full_name="Anna Malinowa",
        pesel=2070803628,
        address="ul. Kwiatowa 5/1, 99-999 Przykładowo",
        phone="600 100 200",
        labour_status="BEZROBOTNA",
        labour_status_detail="długotrwale bezrobotna",
        education_level="średnie",
        has_disability="TAK",
        homeless="x",
        minority="Odmowa",
        support_kind="trening",
        support_start="09.03.2026",
    )

    line = one.line
    assert one.found == []
    assert (line.first_name, line.last_name, line.pesel, line.sex, line.no_pesel) == (
        "Anna",
        "Malinowa",
        WOMAN,
        "Kobieta",
        "Nie",
    )
    assert (line.labour_status, line.labour_status_detail) == (
        "Osoba bezrobotna",
        "Osoba długotrwale bezrobotna",
    )
    assert (line.has_disability, line.homeless, line.minority) == ("Tak", "Tak", "Odmowa podania informacji")
    assert (one.codes["education_level"], line.county, line.degurba, line.locality) == (
        "isced_3", "przykładowski", "2", "Przykładowo",
    )  # fmt: skip
    assert (line.start_date, line.age_at_entry, one.street) == (
        date(2026, 3, 9),
        123,
        {"street": "ul. Kwiatowa", "building": "5", "flat": "1"},
    )
    assert one.given == ((1, SupportGiven("", SKILLS.kind, SKILLS.detail, date(2026, 3, 9))),)


def test_a_hyphen_for_an_en_dash_is_the_same_word() -> None:
    assert understood(education_level="Wyższe (ISCED 5-8)").line.education_level == "Wyższe (ISCED 5–8)"


def test_words_and_days_that_nobody_knows_are_named_with_their_column() -> None:
    one = understood(
        labour_status="wolny strzelec", start_date="wczoraj", support_kind="basen", municipality="Nibylandia"
    )

    assert [(two.rule, two.field, two.key) for two in one.found] == [
        ("V17", "labour_status", "word_unknown"),
        ("V09", "start_date", "not_a_day"),
        ("V17", "support_kind", "support_unknown"),
        ("V17", "municipality", "municipality_unknown"),
    ]


def test_what_the_clerk_said_of_a_word_goes_before_what_is_known() -> None:
    mapping = SheetMap(
        columns=(Column("A", "Status", "labour_status"), Column("B", "Od", "start_date")),
        words={"labour_status": {"wolny strzelec": "employed"}},
        fixed={"support": "course"},
    )

    one = Reader(mapping, AROUND).understood(2, ["Wolny strzelec", "2026-03-09"])

    assert (one.line.labour_status, [pk for pk, _ in one.given]) == ("Osoba pracująca", [2])
