"""`kladka programme` on files alone; no database is asked."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kladka.definitions.schema import written_schema
from kladka.definitions.tests.builders import A_FILE, refusals

PUBLISHED = Path(__file__).resolve().parents[3] / "docs" / "programme.schema.json"


def said(*words: str) -> str:
    out = StringIO()
    call_command("programme", *words, stdout=out)
    return out.getvalue()


def test_check_praises_a_file_without_mistakes(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(A_FILE)

    assert said("check", str(file)) == f"{file}: no mistakes in “Close together”.\n"
    assert said("check", str(file), "--json") == "[]\n"


def test_check_names_every_mistake_and_fails(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(A_FILE.replace("format = 1", "format = 2"))
    sentence = "2 is a format this version cannot read: write `format = 1`"

    with pytest.raises(CommandError) as refusal:
        said("check", str(file))

    assert str(refusal.value) == f"{file}: 1 mistake\nline 1, format: {sentence}"


def test_check_answers_a_machine_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.toml"
    file.write_text("")

    with pytest.raises(SystemExit) as end:
        call_command("programme", "check", str(file), "--json")

    sentence = "The file is empty: begin with `kladka programme new`."
    assert (end.value.code, json.loads(capsys.readouterr().out)) == (
        1,
        [{"line": None, "where": "", "message": sentence}],
    )


def test_check_of_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read: No such file or directory"):
        said("check", str(tmp_path / "none.toml"))


def test_new_gives_a_file_without_mistakes() -> None:
    made = said("new", "close-together", "--title", "Close together", "--municipality", "Łazy")

    assert refusals(made) == []


def test_new_with_a_wrong_key_says_what_a_key_is() -> None:
    with pytest.raises(CommandError, match='"Close" is no key: write small letters'):
        said("new", "Close", "--title", "Close together")


def test_the_published_schema_is_the_one_of_the_format() -> None:
    assert PUBLISHED.read_text("utf-8") == written_schema() == said("schema")
