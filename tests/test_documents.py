"""What the documents say of the code is so."""

import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
ADRS = sorted((ROOT / "docs" / "adr").glob("0*.md"))


def documents() -> list[Path]:
    return [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def test_the_map_has_every_module_and_no_other() -> None:
    rows = re.findall(r"^\| \d+ \| (.+?) \|", ARCHITECTURE, re.MULTILINE)
    modules = {path.parent.name for path in ROOT.glob("kladka/*/__init__.py")}

    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == modules - {"locale"}


def test_the_record_names_every_table() -> None:
    drawing = ARCHITECTURE.split("## The record")[1].split("## One municipality")[0]
    tables = {
        model.__name__
        for config in apps.get_app_configs()
        if config.name.startswith("kladka.")
        for model in config.get_models()
        if ".tests." not in model.__module__
    }

    assert set(re.findall(r"[A-Z]\w+", drawing)) >= tables


@pytest.mark.parametrize("document", documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_is_named_is_there(document: Path) -> None:
    text = document.read_text("utf-8")
    named = re.findall(r"`((?:kladka|tests|docs|scripts|frontend|requirements)/[\w./-]+)`", text)
    linked = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", text)

    missing = [name for name in named if not (ROOT / name).exists()]
    missing += [name for name in linked if not (document.parent / name).exists()]

    assert missing == []


def test_decisions_are_numbered_one_by_one_and_listed() -> None:
    titles = [path.read_text("utf-8").splitlines()[0] for path in ADRS]
    listed = (ROOT / "docs/adr/README.md").read_text("utf-8")

    assert [title.split(".")[0] for title in titles] == [f"# {number}" for number in range(1, len(ADRS) + 1)]
    assert [path.name[:4] for path in ADRS] == [f"{number:04}" for number in range(1, len(ADRS) + 1)]
    assert [
        title for path, title in zip(ADRS, titles, strict=True) if f"[{title[2:]}]({path.name})" not in listed
    ] == []
