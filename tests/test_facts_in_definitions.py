"""Every published fact, leaf by leaf, is in the programme's file."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kladka.definitions.public import PublicPage, page_of
from kladka.definitions.reading import read
from tests.facts_table import FACTS

HERE = Path(__file__).parent
PROGRAMMES = HERE.parent / "kladka" / "demo" / "programmes"


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Each value that is no table and no list, with its path."""
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if rows is None:
        yield path, value
        return
    for name, inner in rows:
        yield from leaves(inner, f"{path}.{name}" if path else str(name))


def at(facts: Any, path: str) -> Any:
    for name in path.split("."):
        facts = facts[int(name)] if isinstance(facts, list) else facts[name]
    return facts


def mapped(path: str, table: Any) -> str | None:
    """The entry of the table under which a leaf stands."""
    parts = path.split(".")
    return next((".".join(parts[:n]) for n in range(len(parts), 0, -1) if ".".join(parts[:n]) in table), None)


def check_every_fact(name: str, page: PublicPage) -> None:
    """Every leaf of a facts file stands in the table, and everything the table names is as published."""
    facts = tomllib.loads((HERE / "facts" / f"{name}.toml").read_text("utf-8"))
    where = {path: mapped(path, FACTS[name]) for path, _ in leaves(facts)}
    assert [path for path, entry in where.items() if entry is None] == []
    entries = sorted({entry for entry in where.values() if entry})
    assert {entry: FACTS[name][entry](page) for entry in entries} == {
        entry: at(facts, entry) for entry in entries
    }


def test_each_facts_file_has_its_programme() -> None:
    named = sorted(path.stem for path in (HERE / "facts").glob("*.toml"))
    assert named == sorted(FACTS)


@pytest.mark.parametrize("name", FACTS)
def test_every_published_fact_is_in_the_programme_file(name: str) -> None:
    check_every_fact(name, page_of(read((PROGRAMMES / f"{name}.toml").read_bytes())))
