"""In which line of a TOML text each table and each key stands. The text must already be known to be TOML."""

import re
from collections import Counter
from collections.abc import Iterator

from kladka.definitions.errors import Path

_PIECE = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|[\[\]{}]|\n|[^"\'#\[\]{}\n]+|.',
    re.DOTALL,
)
_KEY_PART = re.compile(r'"((?:\\.|[^"\\])*)"|\'([^\']*)\'|([A-Za-z0-9_-]+)')


def positions(text: str) -> dict[Path, int]:
    """Line of each table and key, by the path that a reader of the data would take."""
    lines: dict[Path, int] = {}
    for path, line in _places(text):
        lines.setdefault(path, line)
        if path and isinstance(path[-1], int):
            lines.setdefault(path[:-1], line)  # the list itself begins with its first row
    return lines


def line_written_twice(text: str) -> int | None:
    """Where a table or a key comes for the second time."""
    seen = set[Path]()
    for path, line in _places(text):
        if path in seen:
            return line
        seen.add(path)
    return None


def _places(text: str) -> Iterator[tuple[Path, int]]:
    rows: Counter[Path] = Counter()
    table: Path = ()
    for line, statement in _statements(text):
        if statement.startswith("["):
            table = _table(statement, rows)
            yield table, line
        else:
            yield (*table, *_names(statement.split("=", 1)[0])), line


def line_of(path: Path, lines: dict[Path, int]) -> int | None:
    """Line of the longest part of the path that is known."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each header or assignment with the line on which it begins."""
    line, begins, depth, parts = 1, 1, 0, list[str]()
    for piece in _PIECE.findall(text + "\n"):
        if piece == "\n" and depth == 0:
            if statement := "".join(parts).strip():
                yield begins, statement
            parts, begins = [], line + 1
        elif not piece.startswith("#"):
            depth += (piece in "[{") - (piece in "]}")
            parts.append(piece)
        line += piece.count("\n")


def _table(header: str, rows: Counter[Path]) -> Path:
    """Path of a header: `[[tasks]]` counts its rows, `[page]` does not."""
    names = _names(header)
    path: Path = ()
    for name in names[:-1]:
        path = (*path, name)
        path = (*path, rows[path] - 1) if rows[path] else path
    path = (*path, *names[-1:])
    if not header.startswith("[["):
        return path
    rows[path] += 1
    return (*path, rows[path] - 1)


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(next(part for part in parts if part) for parts in _KEY_PART.findall(dotted) if any(parts))
