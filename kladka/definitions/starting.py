"""The beginning of a new programme file: the least that can be loaded, and where to go from there."""

from django.utils.translation import gettext

from kladka.definitions.canonical import canonical
from kladka.definitions.format import ProgrammeFile


def new_file(*, key: str, title: str, municipality: str, regime: str) -> str:
    """A file that passes the check, with comments on what may follow. Raises pydantic's ValidationError."""
    programme = ProgrammeFile.model_validate(
        {
            "format": 1,
            "programme": {"key": key, "title": title, "municipality": municipality},
            "editions": ({"key": "first", "regime": regime},),
        }
    )
    return canonical(programme) + "\n" + "".join(f"# {line}\n" for line in _what_follows())


def _what_follows() -> list[str]:
    return [
        gettext("What is not known yet is left out. A date may be a day, a month or a year:"),
        'starts = 2024-01-01, ends = "2026-12"',
        gettext("A number may be exact or not:"),
        'total = 60, total = { at_least = 60 }, total = { about = "1400000.00" }',
        gettext("Rows come one after another, each with a key of its own in its table:"),
        "[[tasks]]",
        'key = "club"',
        'title = "…"',
        gettext("Every table and key stands in docs/programme.schema.json."),
    ]
