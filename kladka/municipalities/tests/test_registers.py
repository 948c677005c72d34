"""The national registers: what is read from the official files, and what is refused with which sentence."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kladka.municipalities import queries
from kladka.municipalities.errors import RegisterRefused
from kladka.municipalities.models import Unit
from kladka.municipalities.queries import Territory
from kladka.municipalities.registers import DEGURBA, TERYT, read

DAY = date(2026, 3, 2)
TERC = "WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n"
SIMC = (
    "WOJ;POW;GMI;RODZ_GMI;RM;MZ;NAZWA;SYM;SYMPOD;STAN_NA\n"
    "24;08;02;1;96;1;Mikołów;0000001;0000001;2026-01-01\n"
    "24;08;02;1;99;1;Bujaków;0000002;0000001;2026-01-01\n"
)
ULIC = (
    "WOJ;POW;GMI;RODZ_GMI;SYM;SYM_UL;CECHA;NAZWA_1;NAZWA_2;STAN_NA\n"
    "24;08;02;1;0000001;13027;ul.;Matejki;Jana;2026-01-01\n"
    "24;08;02;1;0000001;00412;ul.;Ćwikłowa;;2026-01-01\n"
)
TOWN = "24;08;02;1;Mikołów;gmina miejska;2026-01-01\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "TERC.csv"


def taken_over(register: str, *files: Path) -> str:
    said = StringIO()
    call_command(register, "import", *map(str, files), stdout=said)
    return said.getvalue()


def test_the_three_files_are_taken_over_and_answer_by_code(municipality: object, tmp_path: Path) -> None:  # noqa: ARG001
    files = []
    for name, text in (("t", "\ufeff" + TERC + TOWN + "\n"), ("s", SIMC), ("u", ULIC.replace("\n", "\r\n"))):
        files.append(tmp_path / name)
        files[-1].write_text(text, "utf-8")

    said = taken_over("teryt", *files)

    assert said == "TERC 2026-01-01: 1\nSIMC 2026-01-01: 2\nULIC 2026-01-01: 2\n"
    assert queries.localities("2408021", on=DAY) == ["Mikołów"]
    assert queries.streets("0000001", on=DAY) == ["ul. Ćwikłowa", "ul. Jana Matejki"]


def test_the_sample_of_the_demo_names_county_and_voivodeship(municipality: object) -> None:  # noqa: ARG001
    call_command("teryt", "import", "--sample", stdout=StringIO())
    call_command("degurba", "import", "--sample", stdout=StringIO())

    assert queries.territory("2408021", on=DAY) == Territory(
        municipality="Mikołów", kind="gmina miejska", county="mikołowski", voivodeship="śląskie"
    )
    assert [queries.degurba(code, on=DAY) for code in ("2469011", "240802", "9999011", "0101011")] == [
        *("1", "2", "2", ""),
    ]


def test_many_degrees_are_asked_at_once_each_on_its_own_day(municipality: object) -> None:  # noqa: ARG001
    call_command("degurba", "import", "--sample", stdout=StringIO())
    asked = [("2469011", DAY), ("2469011", date(1999, 1, 1)), ("0101011", DAY)]

    with CaptureQueriesContext(connection) as statements:
        found = queries.degurba_of(asked)

    assert (list(found.values()), len(statements)) == (["1", "1", ""], 1)


def test_a_code_that_nobody_has_is_answered_with_nothing(municipality: object) -> None:  # noqa: ARG001
    assert queries.territory("0000001", on=DAY) == Territory()


def test_older_states_stay_and_are_chosen_by_the_day(municipality: object, file: Path) -> None:  # noqa: ARG001
    for state, name in (("2020-01-01", "Stara"), ("2025-01-01", "Nowa"), ("2025-01-01", "Najnowsza")):
        file.write_text(TERC + TOWN.replace("Mikołów", name).replace("2026-01-01", state))
        taken_over("teryt", file)

    days = [date(2019, 1, 1), date(2024, 12, 31), date(2025, 1, 1)]
    names = [queries.territory("2408021", on=day).municipality for day in days]
    assert names == ["Stara", "Stara", "Najnowsza"]


def test_a_file_that_is_refused_changes_nothing(municipality: object, file: Path) -> None:  # noqa: ARG001
    file.write_text(TERC + TOWN)
    taken_over("teryt", file)
    file.write_text(TERC + TOWN.replace("Mikołów", "Inna") + TOWN)

    with pytest.raises(RegisterRefused):
        taken_over("teryt", file)

    assert list(Unit.objects.values_list("name", flat=True)) == ["Mikołów"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file TERC.csv is empty."),
        (b"\n\n", "The file TERC.csv is empty."),
        (TERC.encode("utf-16"), "The file TERC.csv is written in UTF-16: save it as CSV in UTF-8."),
        (TERC.encode("utf-16-le"), "The file TERC.csv is written in UTF-16: save it as CSV in UTF-8."),
        (b"PK\x03\x04...", "The file TERC.csv is packed: unpack it and give the CSV file inside."),
        (
            TERC.encode() + "24;08;02;1;Mikołów;gmina;2026-01-01\n".encode("cp1250"),
            "The file TERC.csv is not in UTF-8 (line 2): save it as CSV in UTF-8.",
        ),
        (TERC.encode(), "The file TERC.csv has a header but no rows."),
        (
            b"Imi\xc4\x99;Nazwisko\nAnna;Nowak\n",
            ("The columns of TERC.csv are not those of TERC (WOJ; POW; GMI; RODZ; NAZWA; NAZWA_DOD; STAN_NA) /"
            " SIMC (WOJ; POW; GMI; RODZ_GMI; RM; MZ; NAZWA; SYM; SYMPOD; STAN_NA) /"
            " ULIC (WOJ; POW; GMI; RODZ_GMI; SYM; SYM_UL; CECHA; NAZWA_1; NAZWA_2; STAN_NA)."),
        ),
        (
            (TERC + TOWN + "24;08;02\n").encode(),
            "The file TERC.csv cannot be read, line 3: it has 3 columns, not 7.",
        ),
        (
            (TERC + TOWN.replace("24;", "24a;")).encode(),
            "The file TERC.csv cannot be read, line 2: “24a08021” is no value for code.",
        ),
        (
            (TERC + TOWN.replace("2026-01-01", "1.1.2026")).encode(),
            "The file TERC.csv cannot be read, line 2: “1.1.2026” is no value for held_on.",
        ),
        ((TERC + TOWN + TOWN).encode(), "The file TERC.csv cannot be read, line 3: the code 2408021 stands twice."),
    ],
)  # fmt: skip
def test_a_wrong_file_gets_one_sentence(file: Path, content: bytes, sentence: str) -> None:
    file.write_bytes(content)

    with pytest.raises(RegisterRefused) as refused:
        read(file, TERYT)

    assert str(refused.value) == sentence


def test_a_file_that_is_not_there_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RegisterRefused) as refused:
        read(tmp_path / "nowhere.csv", TERYT)

    assert str(refused.value) == f"The file {tmp_path}/nowhere.csv cannot be read: No such file or directory."


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("LAU CODE;DEGURBA;YEAR\n2408021;2;2024\n", [("240802", "2", "2024-01-01")]),
        (
            '"NUTS 3 CODE","LAU_CODE","Degurba","Year"\n"PL22A","2408021","2","2024"\n',
            [("240802", "2", "2024-01-01")],
        ),
    ],
)
def test_the_degree_is_read_by_the_names_of_columns(
    file: Path, text: str, rows: list[tuple[str, ...]]
) -> None:
    file.write_text(text)

    assert read(file, [DEGURBA]).rows == rows


def test_a_degree_that_does_not_exist_is_refused(file: Path) -> None:
    file.write_text("LAU CODE;DEGURBA;YEAR\n2408021;4;2024\n")

    with pytest.raises(RegisterRefused, match="“4” is no value for degree"):
        read(file, [DEGURBA])


@pytest.mark.parametrize("register", ["teryt", "degurba"])
def test_without_a_file_the_command_asks_for_one(municipality: object, register: str) -> None:  # noqa: ARG001
    with pytest.raises(CommandError, match=r"^Say which file to import\.$"):
        taken_over(register)
