"""`kladka participants export | import`, as somebody types it."""

import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from kladka.indicators.errors import NoSuchProgramme, WhichEdition, WhichProgramme
from kladka.municipalities.errors import NoSuchMunicipality
from kladka.participation.models import Participation
from kladka.programmes.models import Edition
from kladka.programmes.tests.builders import a_programme, an_edition
from kladka.reporting.errors import NoProfile
from kladka.reporting.models import Package
from kladka.reporting.tests.builders import a_register, a_reported, a_reported_edition

if TYPE_CHECKING:
    from pytest_django import Settings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_first_of_july(settings: "Settings", db: None) -> None:  # noqa: ARG001 - needs the database
    settings.CLOCK = date(2026, 7, 1)
    a_register()


def said(*words: object, municipality: str = "test") -> tuple[str, str]:
    out, errors = StringIO(), StringIO()
    call_command("participants", *map(str, words), "--municipality", municipality, stdout=out, stderr=errors)
    return out.getvalue(), errors.getvalue()


def one_person(**given: object) -> Edition:
    edition = a_reported_edition(**given)
    a_reported(edition)
    return edition


def test_export_writes_the_sealed_bytes_under_the_official_name(tmp_path: Path) -> None:
    one_person()

    told, _errors = said("export", "--output", tmp_path)

    (file,) = tmp_path.iterdir()
    package = Package.objects.get()
    assert (file.name, len(file.read_bytes())) == ("Uczestnicy_projektu_Efs_2026-07-01.csv", package.size)
    assert told == f"{file}: 1 person, SHA-256 {package.digest}\n"


def test_export_answers_machines_in_json(tmp_path: Path) -> None:
    edition = one_person()
    bad = a_reported(edition, education="")

    answer = json.loads(said("export", "--json", "--output", tmp_path)[0])

    assert (answer["people"], answer["left_out"], answer["forced"]) == (1, 1, False)
    assert [(one["number"], one["rule"], one["column"]) for one in answer["findings"]] == [
        (bad.number, "V00", "Wykształcenie")
    ]


def test_a_regime_without_a_layout_ends_with_the_words_that_force_one(tmp_path: Path) -> None:
    one_person(regime="pl-2014-2020-silesia")

    with pytest.raises(NoProfile, match="--profile sm-efs"):
        said("export", "--output", tmp_path)


def test_forcing_a_layout_warns(tmp_path: Path) -> None:
    one_person(regime="pl-2014-2020-silesia")

    _told, errors = said("export", "--profile", "sm-efs", "--output", tmp_path)

    assert errors.startswith("Warning: the regime pl-2014-2020-silesia")


def test_of_several_programmes_or_editions_one_must_be_said(tmp_path: Path) -> None:
    first = an_edition(number=1)
    an_edition(programme=first.programme, key="second", number=2)
    a_programme(key="other")

    with pytest.raises(WhichProgramme, match=f"--programme other | {first.programme.key}"):
        said("export", "--output", tmp_path)
    with pytest.raises(WhichEdition, match=r"--edition 1 \| 2"):
        said("export", "--programme", first.programme.key, "--output", tmp_path)
    with pytest.raises(WhichEdition):
        said("export", "--programme", first.programme.key, "--edition", 7, "--output", tmp_path)
    with pytest.raises(NoSuchProgramme, match="Known are: other"):
        said("export", "--programme", "none", "--output", tmp_path)


def test_a_municipality_that_nobody_knows_is_named() -> None:
    with pytest.raises(NoSuchMunicipality):
        said("export", municipality="none")


def test_a_folder_that_cannot_be_written_gets_one_sentence(tmp_path: Path) -> None:
    one_person()

    with pytest.raises(CommandError, match="cannot be written"):
        said("export", "--output", tmp_path / "none" / "file.csv")


def test_import_tells_what_became_of_the_rows(tmp_path: Path) -> None:
    one_person()
    said("export", "--output", tmp_path)
    (file,) = tmp_path.iterdir()

    assert said("import", file) == ("Rows: 1. New: 0. Changed: 0. Known already: 1. Refused: 0.\n", "")


def a_list(folder: Path, *rows: str) -> Path:
    place = folder / "lista.csv"
    place.write_text("\r\n".join(["Imię;Nazwisko;PESEL;Telefon", *rows]), "utf-8")
    return place


def test_a_refused_row_is_told_with_its_cell_and_ends_with_code_1(tmp_path: Path) -> None:
    edition = a_reported_edition()
    file = a_list(tmp_path, "Anna;Malinowa;02070803628;600100200", "Jan;Dąb;44051401459;600100201")
    out = StringIO()

    with pytest.raises(SystemExit, match="1"):
        call_command("participants", "import", str(file), "--municipality", "test", "--json", stdout=out)

    assert json.loads(out.getvalue()) == {
        "rows": 2,
        "new": 1,
        "changed": 0,
        "duplicate": 0,
        "refused": 1,
        "problems": [
            {
                "sheet": "",
                "row": 3,
                "column": "PESEL",
                "rule": "V01",
                "problem": "The last digit of the PESEL does not agree with the others.",
                "remedy": "One digit is mistyped: compare it with the document.",
            }
        ],
    }
    assert Participation.objects.filter(edition=edition).count() == 1


def test_a_rehearsal_writes_nothing_but_the_mapping_that_was_asked_for(tmp_path: Path) -> None:
    a_reported_edition()
    file, place = a_list(tmp_path, "Anna;Malinowa;02070803628;600100200"), tmp_path / "map.toml"

    told, errors = said("import", file, "--rehearse", "--map", place)

    assert told == "Rows: 1. New: 1. Changed: 0. Known already: 0. Refused: 0.\n"
    assert errors.endswith("This was a rehearsal: nothing was written.\n")
    assert (Participation.objects.count(), 'field = "pesel"' in place.read_text("utf-8")) == (0, True)
    assert said("import", file, "--map", place)[0] == told


def test_an_unknown_word_waits_in_the_mapping_for_its_code(tmp_path: Path) -> None:
    a_reported_edition()
    file, place = tmp_path / "lista.csv", tmp_path / "map.toml"
    file.write_text("Imię;Nazwisko;PESEL;Status\r\nAnna;Malinowa;02070803628;kosmita", "utf-8")

    with pytest.raises(SystemExit):
        said("import", file, "--rehearse", "--map", place)
    place.write_text(place.read_text("utf-8").replace('kosmita = ""', 'kosmita = "inactive"'), "utf-8")
    told, _errors = said("import", file, "--map", place)

    assert told == "Rows: 1. New: 1. Changed: 0. Known already: 0. Refused: 0.\n"
    assert Participation.objects.values_list("declaration__labour_status", flat=True).get() == "inactive"


def test_a_mapping_that_is_none_gets_one_sentence(tmp_path: Path) -> None:
    a_reported_edition()
    place = tmp_path / "map.toml"
    place.write_text("columns = 5")

    with pytest.raises(CommandError, match="is no mapping"):
        said("import", a_list(tmp_path), "--map", place)


def test_a_file_that_is_not_there_gets_one_sentence(tmp_path: Path) -> None:
    one_person()

    with pytest.raises(CommandError, match="cannot be read"):
        said("import", tmp_path / "none.csv")
