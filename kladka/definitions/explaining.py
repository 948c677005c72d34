"""What pydantic refused, as findings with sentences of our own."""

import difflib
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from django.utils.translation import gettext
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kladka.definitions.errors import Finding, Path, found
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import EditionRecord
from kladka.definitions.messages import SENTENCES

_FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "wrong_key",
    r"^[A-Z]{3}$": "wrong_currency",
    r"^([A-Z]{3})?$": "wrong_currency",
    r"^[a-z]{2,3}$": "wrong_language",
    r"^(\d{2}-\d{3})?$": "wrong_postcode",
    r"^[\w.-]{1,60}$": "wrong_code",
    r"^[\w.-]{0,60}$": "wrong_code",
}
_SHOWN = 40


def explained(error: ValidationError, data: dict[str, Any]) -> list[Finding]:
    """One finding for each mistake."""
    return list(_findings(error.errors(include_url=False), data))


def nearest(given: str, known: Iterable[str]) -> str:
    """Advice on a word that is not known: the most similar one, else all."""
    words = list(known)
    alike = difflib.get_close_matches(given, words, n=1, cutoff=0.6)
    if alike:
        return gettext("did you mean `{word}`?").format(word=alike[0])
    if not words:
        return gettext("there is none")
    return gettext("known are {words}").format(words=", ".join(words))


def _findings(errors: Iterable[ErrorDetails], data: dict[str, Any]) -> Iterator[Finding]:
    for error in errors:
        path: Path = tuple(error["loc"])
        kind, context = error["type"], dict(error.get("ctx", {}))
        name = next((part for part in reversed(path) if isinstance(part, str)), "")
        context |= {"name": name, "given": context.get("given", _shown(error["input"]))}
        if _is_said_elsewhere(error, data):
            continue
        if kind == "extra_forbidden":
            context["advice"] = nearest(name, _fields_at(path[:-1]))
        elif kind == "missing" and name == "edition" and _is_of_edition(path):
            kind = "missing_edition"
        elif kind == "string_pattern_mismatch":
            kind = _FORMS.get(context["pattern"], "wrong_line")
        elif kind == "enum":
            context["known"] = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        yield found(path, kind if kind in SENTENCES else "not_toml", **context)


def _is_said_elsewhere(error: ErrorDetails, data: dict[str, Any]) -> bool:
    """Whether another finding says the same: of the only edition, or of a list whose rows are all refused."""
    path = error["loc"]
    if error["type"] == "too_short":
        return bool(error["input"])
    if path[-1] != "edition" or not _is_of_edition(path):
        return False
    rows, editions = data.get(str(path[0])), data.get("editions")
    is_filled_in = isinstance(rows, tuple) and "edition" not in rows[int(path[1])]
    return is_filled_in and (not isinstance(editions, tuple) or len(editions) <= 1)


def _shown(given: Any) -> str:
    text = str(given)[:_SHOWN]
    return f'"{text}"' if isinstance(given, str) else text.lower() if isinstance(given, bool) else text


def _fields_at(path: Path) -> list[str]:
    """Keys that are known in the table at a path."""
    model: type[BaseModel] = ProgrammeFile
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            inner = _model_in(model.model_fields[part].annotation)
            model = inner or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)


def _is_of_edition(path: Path) -> bool:
    section = ProgrammeFile.model_fields.get(str(path[0]))
    model = _model_in(section.annotation) if section else None
    return model is not None and issubclass(model, EditionRecord)
