"""From the bytes of a file to a checked programme, or to one sentence for each mistake."""

import re
from typing import Any

import tomlkit
from pydantic import ValidationError
from tomlkit.exceptions import ParseError, TOMLKitError

from kladka.definitions.checks import findings
from kladka.definitions.errors import FileRefused, Finding, Path, Problem, found
from kladka.definitions.explaining import explained
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import EditionRecord
from kladka.definitions.positions import line_of, line_written_twice, positions
from kladka.definitions.sections import SECTIONS

LARGEST = 2_000_000
_DATE_LIKE = re.compile(r"=\s*\"?([\d./-]{6,}\d)\b")
_BARE_WORD = re.compile(r"=\s*([^\W\d\"'\[{][^#]*?)\s*(#.*)?$")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OF_SHAPE = {"extra_forbidden", "tuple_type", "model_type", "dataclass_type"}
_BINARY = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b")


def read(content: bytes) -> ProgrammeFile:
    """The programme of a file. Raises FileRefused with every mistake that can be found at once."""
    text = _decoded(content)
    data = _data(text)
    programme = _validated(data, text)
    mistakes = list(findings(programme))
    if mistakes:
        raise _refusal(mistakes, data, text)
    return programme


def parsed(content: bytes) -> ProgrammeFile:
    """The programme of a file that was checked before. Raises FileRefused where a value cannot be read."""
    text = _decoded(content)
    return _validated(_data(text), text)


def refuse_shape(content: bytes) -> dict[str, Any]:
    """The data of a file whose values may be wrong. Raises FileRefused where it is no programme file at all."""
    text = _decoded(content)
    data = _data(text)
    try:
        ProgrammeFile.model_validate(data)
    except ValidationError as error:
        of_shape = [one for one in explained(error, data) if _is_of_shape(one)]
        if of_shape:
            raise _refusal(of_shape, data, text) from None
    return data


def _is_of_shape(mistake: Finding) -> bool:
    """Whether no page could show it, or no row be found by its key."""
    return mistake.kind in _OF_SHAPE or len(mistake.path) == 1 or mistake.path[-1] == "key"


def _validated(data: dict[str, Any], text: str) -> ProgrammeFile:
    try:
        return ProgrammeFile.model_validate(with_only_edition(data))
    except ValidationError as error:
        raise _refusal(explained(error, data), data, text) from None


def with_only_edition(data: dict[str, Any]) -> dict[str, Any]:
    """The data with `edition` filled in where the file has only one."""
    editions = data.get("editions")
    if not isinstance(editions, tuple) or len(editions) != 1 or not isinstance(editions[0], dict):
        return data
    only = editions[0].get("key")
    filled = dict(data)
    for section, record in SECTIONS.items():
        rows = data.get(section)
        if issubclass(record, EditionRecord) and isinstance(rows, tuple):
            filled[section] = tuple(
                {"edition": only, **row} if isinstance(row, dict) else row for row in rows
            )
    return filled


def _decoded(content: bytes) -> str:
    if not content.strip():
        raise _not_a_programme("empty")
    if len(content) > LARGEST:
        raise _not_a_programme("too_large", limit=LARGEST // 1_000_000)
    if content.startswith(_UTF16) or content[:100].count(b"\0") > len(content[:100]) // 4:
        raise _not_a_programme("utf16")
    if content.startswith(_BINARY):
        raise _not_a_programme("spreadsheet")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _not_a_programme("not_utf8", line=content[: error.start].count(b"\n") + 1) from None


def _data(text: str) -> dict[str, Any]:
    if _looks_like_csv(text):
        raise _not_a_programme("csv")
    try:
        data: dict[str, Any] = tuples(tomlkit.parse(text).unwrap())
    except ParseError as error:
        raise _toml_mistake(text, error.line, str(error)) from None
    except TOMLKitError as error:
        raise _toml_mistake(text, None, str(error)) from None
    return data


def _looks_like_csv(text: str) -> bool:
    """Whether the first line has several separators and neither an assignment nor a header."""
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    return "=" not in first and not first.startswith("[") and max(first.count(mark) for mark in ";,\t") > 1


def tuples(value: Any) -> Any:
    """Lists as the format wants them: tuples."""
    if isinstance(value, dict):
        return {str(key): tuples(item) for key, item in value.items()}
    return tuple(tuples(item) for item in value) if isinstance(value, list) else value


def _toml_mistake(text: str, line: int | None, said: str) -> FileRefused:
    """What is wrong with a line that is no TOML, as far as it can be told."""
    repeated = re.search(r'[Kk]ey "([^"]+)" already exists', said)
    if repeated:
        return _not_a_programme("toml_twice", line=line or line_written_twice(text), given=repeated[1])
    if "nested more than" in said:
        return _not_a_programme("too_deep", line=line)
    written = (text.splitlines() or [""])[min(line or 1, text.count("\n") + 1) - 1]
    dated, bare = _DATE_LIKE.search(written), _BARE_WORD.search(written)
    if dated:
        return _not_a_programme("toml_date", line=line, given=dated[1])
    if bare and '"' not in bare[1]:
        return _not_a_programme("toml_quotes", line=line, given=bare[1])
    return _not_a_programme("not_toml", line=line)


def _not_a_programme(kind: str, line: int | None = None, **context: object) -> FileRefused:
    return FileRefused([Problem(line, "", found((), kind, **context).sentence)])


def _refusal(mistakes: list[Finding], data: dict[str, Any], text: str) -> FileRefused:
    lines = positions(text)
    problems = {_problem(mistake, data, lines): None for mistake in mistakes}
    return FileRefused(sorted(problems, key=lambda problem: problem.line or 0))


def _problem(mistake: Finding, data: dict[str, Any], lines: dict[Path, int]) -> Problem:
    context = {
        name: line_of(value, lines) if name == "first" and isinstance(value, tuple) else value
        for name, value in mistake.context.items()
    }
    placed = Finding(mistake.path, mistake.kind, context)
    return Problem(line_of(mistake.path, lines), where(mistake.path, data), placed.sentence)


def where(path: Path, data: dict[str, Any]) -> str:
    """The path in the author's words: `tasks "osl", starts`."""
    if not path:
        return ""
    section, *rest = path
    row: Any = data.get(str(section))
    if rest and isinstance(rest[0], int) and isinstance(row, tuple):
        row = row[rest[0]]
        key = row.get("key") if isinstance(row, dict) else None
        section, rest = (
            f'{section} "{key}"' if isinstance(key, str) else f"{section} no. {rest[0] + 1}",
            rest[1:],
        )
    return ", ".join([str(section), *(str(part) for part in rest if isinstance(part, str))])
