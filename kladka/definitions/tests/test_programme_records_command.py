"""`kladka programme load | export | diff` on the records of one municipality."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kladka.accounts.actions import system_user
from kladka.definitions.canonical import canonical
from kladka.definitions.errors import NoSuchProgramme
from kladka.definitions.models import Version
from kladka.definitions.tests.builders import A_FILE, a_programme
from kladka.municipalities.errors import NoSuchMunicipality
from kladka.programmes.models import Programme

pytestmark = pytest.mark.django_db
TASK = '\n[[tasks]]\nkey = "clubs"\ntitle = "Clubs"\n'


def said(*words: str) -> str:
    out = StringIO()
    call_command("programme", *words, "--municipality", "test", stdout=out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "programme.toml"
    path.write_text(A_FILE)
    return path


def test_load_says_what_changes_and_signs_it(file: Path) -> None:
    first = said("load", str(file))
    file.write_text(A_FILE + TASK)
    second = said("load", str(file))

    assert (first, second) == ('+ programme "close-together"\n+ editions "first"\n', '+ tasks "clubs"\n')
    assert {version.loaded_by for version in Version.objects.all()} == {system_user()}
    assert said("load", str(file)) == "Nothing differs.\n"


def test_export_gives_the_canonical_file_back(file: Path) -> None:
    file.write_text(A_FILE + TASK)
    said("load", str(file))

    assert said("export") == said("export", "close-together") == canonical(a_programme(TASK))


def test_export_of_an_unknown_programme_names_those_that_are_here(file: Path) -> None:
    said("load", str(file))

    with pytest.raises(NoSuchProgramme) as refusal:
        said("export", "far-away")

    assert str(refusal.value) == "There is no programme “far-away” here; known are: close-together."


def test_export_without_a_name_asks_for_it_where_there_are_several(file: Path) -> None:
    with pytest.raises(NoSuchProgramme) as none:
        said("export")
    said("load", str(file))
    file.write_text(A_FILE.replace("close-together", "far-away"))
    said("load", str(file))

    with pytest.raises(NoSuchProgramme) as two:
        said("export")

    assert str(none.value) == "Say which programme; known are: none yet."
    assert str(two.value) == "Say which programme; known are: close-together, far-away."


def test_diff_says_what_would_change_and_changes_nothing(file: Path) -> None:
    said("load", str(file))
    file.write_text(A_FILE.replace("Close together", "Closer") + TASK)

    assert said("diff", str(file)) == ('~ programme, title: "Close together" → "Closer"\n+ tasks "clubs"\n')
    assert json.loads(said("diff", str(file), "--json"))[1] == {
        "kind": "added", "section": "tasks", "key": "clubs", "field": "", "old": "", "new": "",
    }  # fmt: skip
    assert Programme.objects.get().title == "Close together"


def test_a_file_with_a_mistake_is_not_loaded(file: Path) -> None:
    file.write_text(A_FILE + "\nlogo = 1\n")

    with pytest.raises(CommandError, match="`logo` is not known here"):
        said("load", str(file))

    assert Programme.objects.count() == 0


def test_a_municipality_that_is_not_there_is_named(file: Path) -> None:
    with pytest.raises(NoSuchMunicipality):
        call_command("programme", "diff", str(file), "--municipality", "atlantis")
