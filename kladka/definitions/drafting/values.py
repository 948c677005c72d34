"""One value of the raw data: read by its field of the format, shown in words, brought to one spelling."""

import json
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from kladka.definitions.canonical import written
from kladka.definitions.format.base import keys_named, references
from kladka.definitions.format.programme import Head, Page
from kladka.definitions.reading import tuples
from kladka.definitions.sections import SECTIONS
from kladka.definitions.showing import shown

HEAD, PAGE = "programme", "page"
MODELS: dict[str, type[BaseModel]] = {HEAD: Head, PAGE: Page, **SECTIONS}
Names = dict[str, dict[str, str]]  # section → key → what people call the row
_MISSING: Any = object()
_NAMES = ("title", "name", "organisation", "described_as", "role", "text", "venue", "label")


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    info = model.model_fields[name]
    kind: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    return TypeAdapter(kind)


def understood(model: type[BaseModel], name: str, raw: Any) -> Any:
    """The value as the programme would hold it. Raises ValidationError."""
    return _adapter(model, name).validate_python(tuples(raw))


def spelled(model: type[BaseModel], name: str, row: dict[str, Any]) -> str:
    """One spelling for equal values; what was left out is what the format takes instead."""
    raw = row.get(name, _MISSING)
    if raw is _MISSING:
        info = model.model_fields.get(name)
        return (
            ""
            if info is None or info.is_required() or info.default in (None, "", ())
            else written(info.default)
        )
    try:
        value = understood(model, name, raw)
    except (ValidationError, KeyError):
        return json.dumps(raw, ensure_ascii=False)
    return "" if value in (None, "", ()) else written(value)


def told(model: type[BaseModel], name: str, row: dict[str, Any], names: Names) -> str:
    """In words; what cannot be understood as it was typed, and nothing for what is not said."""
    raw = row.get(name)
    if raw in (None, "", [], {}):
        return ""
    section = dict(references(model)).get(name)
    if section is not None:
        keys = [str(key) for key in keys_named(raw)]
        return ", ".join(names.get(section, {}).get(key, key) for key in keys)
    try:
        return shown(understood(model, name, raw))
    except (ValidationError, KeyError):
        return raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False)


def called(section: str, row: dict[str, Any]) -> str:
    """What people would call the row; its key where it has no name."""
    model = MODELS[section]
    for name in _NAMES:
        if name in model.model_fields and (said := told(model, name, row, {})):
            return said[:200]
    return str(row.get("key", ""))


def names_in(document: dict[str, Any]) -> Names:
    return {
        section: {str(row.get("key")): called(section, row) for row in document.get(section, [])}
        for section in SECTIONS
    }
