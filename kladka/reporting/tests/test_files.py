"""The file byte for byte, and back again."""

import csv
from datetime import date
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kladka.reporting import files
from kladka.reporting.layouts import Layout, NoSuchLayout, layout, profile_of, profiles
from kladka.reporting.lines import ORDER, BadCell, Line, SupportGiven, cells, day, read_line

SM_EFS = layout("sm-efs", on=date(2026, 7, 1))
ANA = Line(
    project_number="FEPR.05.02-IP.01-0007/25",
    citizenship="Obywatelstwo polskie",
    participant_kind="Indywidualny",
    first_name="Anna",
    last_name='Jarzębina; z domu "Malwa"',
    pesel="02070803628",
    no_pesel="Nie",
    sex="Kobieta",
    age_at_entry=123,
    education_level="Wyższe (ISCED 5–8)",
    country="Polska",
    voivodeship="śląskie",
    county="przykładowski",
    municipality="Przykładowo",
    locality="Przykładowo",
    postcode="99-999",
    degurba="2",
    phone="999999999",
    email="a@example.org",
    start_date=date(2026, 3, 9),
    labour_status="Osoba bezrobotna",
    labour_status_detail="Inne",
    supports=(
        SupportGiven("", "doradztwo/konsultacje", "pomoc psychologiczna", date(2026, 3, 9)),
        SupportGiven("", "krajowe szkolenie/kurs", "", date(2026, 4, 1)),
        SupportGiven("", "usługa aktywnej integracji", "usługa o charakterze społecznym", date(2026, 5, 4)),
    ),
    foreign_origin="Nie",
    third_country_national="Nie",
    minority="Odmowa podania informacji",
    homeless="Nie",
    has_disability="Nie",
)


def file_of(*lines: Line) -> bytes:
    return b"".join(files.write(SM_EFS, (cells(line) for line in lines)))


def read_back(content: bytes) -> list[Line]:
    """What the file says, line by line; the cells by their places."""
    rows = csv.reader(
        StringIO(content.decode("utf-8-sig"), newline=""), delimiter=files.SEPARATOR, strict=True
    )
    next(rows)
    return [read_line(row)[0] for row in rows]


def test_the_file_is_written_byte_for_byte() -> None:
    assert file_of(ANA) == (
        b"\xef\xbb\xbf"
        + (
            "Numer projektu;Obywatelstwo;Rodzaj uczestnika;Nazwa instytucji;Imię;Nazwisko;"
            "PESEL/Inny identyfikator;brak PESEL;Techniczny identyfikator uczestnika;Płeć;"
            "Wiek w chwili przystąpienia do projektu;"
            "Wykształcenie;Kraj;Województwo;Powiat;Gmina;Miejscowość;Kod pocztowy;"
            "Obszar według stopnia urbanizacji (DEGURBA);Telefon kontaktowy;Adres e-mail;"
            "Data rozpoczęcia udziału w projekcie;Data zakończenia udziału w projekcie;"
            "Status osoby na rynku pracy w chwili przystąpienia do projektu;w tym;"
            "Planowana data zakończenia edukacji w placówce edukacyjnej, w której skorzystano ze wsparcia;"
            "Sytuacja osoby w momencie zakończenia udziału w projekcie;"
            "Zakończenie udziału osoby w projekcie zgodnie z zaplanowaną dla niej ścieżką uczestnictwa;"
            "Zakres wsparcia;Rodzaj przyznanego wsparcia;w tym;Data rozpoczęcia udziału we wsparciu;"
            "Data założenia działalności gospodarczej;Osoba obcego pochodzenia;Obywatel państwa trzeciego;"
            "Osoba należąca do mniejszości narodowej lub etnicznej (w tym społeczności marginalizowane);"
            "Osoba bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań;Osoba z niepełnosprawnościami;"
            "Data dodania;Użytkownik, który dodał uczestnika;Data modyfikacji;"
            "Użytkownik, który zmodyfikował uczestnika;Uwagi\r\n"
            "FEPR.05.02-IP.01-0007/25;Obywatelstwo polskie;Indywidualny;;Anna;"
            '"Jarzębina; z domu ""Malwa""";02070803628;Nie;;Kobieta;123;Wyższe (ISCED 5\u20138);Polska;'
            "śląskie;przykładowski;Przykładowo;Przykładowo;99-999;2;999999999;a@example.org;2026-03-09;;"
            "Osoba bezrobotna;Inne;;;;||;doradztwo/konsultacje|krajowe szkolenie/kurs|"
            "usługa aktywnej integracji;pomoc psychologiczna||usługa o charakterze społecznym;"
            "2026-03-09|2026-04-01|2026-05-04;;"
            "Nie;Nie;Odmowa podania informacji;Nie;Nie;;;;;\r\n"
        ).encode()
    )


def test_a_line_has_the_forty_three_columns_of_the_layout_in_its_order() -> None:
    assert (len(ORDER), ORDER) == (43, SM_EFS.names)


def test_what_was_written_reads_back_as_the_same_line() -> None:
    assert read_back(file_of(ANA)) == [ANA]


texts = st.text(st.characters(codec="utf-8", exclude_characters="|\0\r", exclude_categories=["Cs"])).map(
    str.strip
)
days = st.none() | st.dates(min_value=date(1900, 1, 1))
supports = st.builds(SupportGiven, scope=texts, kind=texts.filter(bool), detail=texts, start=days)
lines = st.builds(
    Line,
    project_number=texts,
    first_name=texts.filter(bool),
    last_name=texts,
    age_at_entry=st.none() | st.integers(0, 120),
    start_date=days,
    end_date=days,
    supports=st.lists(supports, min_size=2, max_size=4).map(tuple),
    remarks=texts,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine draws slowly
@given(st.lists(lines, max_size=4))
def test_any_lines_come_back_as_they_were(given_lines: list[Line]) -> None:
    content = file_of(*given_lines)

    back = read_back(content)

    assert (back, file_of(*back)) == (given_lines, content)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-07-08", date(2026, 7, 8)),
        ("08.07.2026", date(2026, 7, 8)),
        ("8.7.2026 9:05", date(2026, 7, 8)),
        ("08.07.2026 23:59:59", date(2026, 7, 8)),
        ("2026-07-08T10:00:00", date(2026, 7, 8)),
        ("2026-07-08 10:00:00.123", date(2026, 7, 8)),
        ("  ", None),
    ],
)
def test_days_are_read_in_every_spelling_met_in_exports(text: str, expected: date | None) -> None:
    assert day(text) == expected


@pytest.mark.parametrize("text", ["2026-02-30", "07/08/2026", "46211", "wczoraj", "2026-07-08 popołudniu"])
def test_what_is_no_day_is_named_with_its_column(text: str) -> None:
    row = cells(ANA)
    row[ORDER.index("end_date")] = text

    assert read_line(row) == (ANA, (BadCell("end_date", text, "not_a_day"),))


def test_supports_whose_pipes_do_not_match_are_named() -> None:
    row = cells(ANA)
    row[ORDER.index("support_start")] = "2026-03-09|2026-04-01"

    assert read_line(row)[1] == (BadCell("support_start", "2026-03-09|2026-04-01", "pipes_differ"),)


def test_an_age_in_words_is_named() -> None:
    row = cells(ANA)
    row[ORDER.index("age_at_entry")] = "trzydzieści"

    assert read_line(row)[1] == (BadCell("age_at_entry", "trzydzieści", "not_a_number"),)


def test_a_call_with_its_own_words_changes_only_those() -> None:
    of_call = layout("sm-efs", on=date(2026, 7, 1), call="three classes of education")

    changed = {name for name in SM_EFS.words if of_call.words[name] != SM_EFS.words[name]}

    assert (changed, of_call.version) == ({"education_level"}, "sm-efs 2021-01-01 three classes of education")


def no_layout(profile: str, on: date, call: str = "") -> Layout | tuple[str, ...]:
    try:
        return layout(profile, on=on, call=call)
    except NoSuchLayout as error:
        return error.known


def test_a_profile_a_day_or_a_call_without_layout_names_those_that_exist() -> None:
    assert [
        no_layout("pefs", date(2026, 7, 1)),
        no_layout("sm-efs", date(2014, 7, 1)),
        no_layout("sm-efs", date(2026, 7, 1), "another"),
    ] == [("sm-efs",), ("2021-01-01",), ("three classes of education",)]


def test_the_period_of_a_programme_chooses_its_profile() -> None:
    assert (profiles(), profile_of("2021-2027"), profile_of("2014-2020")) == (("sm-efs",), "sm-efs", None)
