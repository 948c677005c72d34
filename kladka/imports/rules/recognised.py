"""What headers and words are known by: shipped tables, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from kladka.imports.rules.folding import folded, folded_header

IGNORED = "ignored"
OPEN_END = "…"


@cache
def document(name: str) -> Mapping[str, Any]:
    place = files("kladka.imports").joinpath("recognised", f"{name}.toml")
    return tomllib.loads(place.read_text("utf-8"))


@cache
def headers() -> tuple[dict[str, str], dict[str, str]]:
    """Fields by whole headers, and by beginnings."""
    whole, begun = {}, {}
    for field, every in document("headers").items():
        for header in every:
            if header.endswith(OPEN_END):
                begun[folded_header(header)] = field
            whole[folded_header(header.removesuffix(OPEN_END))] = field
    return whole, begun


def fields() -> tuple[str, ...]:
    """Everything that a column may be."""
    return tuple(document("headers"))


def field_headed(text: str) -> str:
    """Our field for a header; empty where it is not known."""
    whole, begun = headers()
    header = folded_header(text)
    if header in whole:
        return whole[header]
    starts = [start for start in begun if header.startswith(f"{start} ")]
    return begun[max(starts, key=len)] if starts else ""


@cache
def words(dictionary: str) -> dict[str, str]:
    """Codes by folded words."""
    return {
        folded(word): code for code, every in document("words").get(dictionary, {}).items() for word in every
    }
