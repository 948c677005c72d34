"""The line from an address to its tests, read from the running URL table (`kladka map WORD`)."""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import Any

from django import forms
from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver

PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Line:
    """One address and everything of ours that answers it, in the order in which a request meets it."""

    address: str
    name: str
    view: str
    forms: tuple[str, ...]
    templates: tuple[str, ...]
    actions: tuple[str, ...]
    models: tuple[str, ...]
    tests: tuple[str, ...]

    def speaks_of(self, word: str) -> bool:
        said = (self.address, self.name, self.view, *self.forms, *self.templates, *self.actions, *self.models)
        return any(word.casefold() in one.casefold() for one in said)


def patterns(urlconf: str) -> Iterator[tuple[str, str, Callable[..., Any]]]:
    """Address, full name and view of every route."""

    def walk(
        entries: Iterable[Any], prefix: str, space: str
    ) -> Iterator[tuple[str, str, Callable[..., Any]]]:
        for entry in entries:
            address = prefix + str(entry.pattern)
            if isinstance(entry, URLResolver):
                inner = f"{space}{entry.namespace}:" if entry.namespace else space
                yield from walk(entry.url_patterns, address, inner)
            elif isinstance(entry, URLPattern):
                yield address, f"{space}{entry.name or ''}", entry.callback

    yield from walk(get_resolver(urlconf).url_patterns, "/", "")


def names_in(function: Callable[..., Any]) -> tuple[set[str], set[str]]:
    """The names a function mentions (dotted ones whole) and its text constants."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):
        return set(), set()
    names = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, (ast.Name, ast.Attribute))}
    words = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return names, words


def resolve(function: Callable[..., Any], dotted: str) -> object:
    """What a name in the function's body means, through its module."""
    first, *rest = dotted.split(".")
    found: object = getattr(inspect.getmodule(function), first, None)
    for part in rest:
        found = getattr(found, part, None)
    return found


def met_by(function: Callable[..., Any], deep: int = 1) -> tuple[list[object], set[str]]:
    """Everything of ours that the function names, and through its own neighbours in the module once more."""
    names, words = names_in(function)
    found = [resolve(function, name) for name in sorted(names)]
    for one in list(found):
        if deep and isinstance(one, FunctionType) and one.__module__.startswith("kladka."):
            more, _ = met_by(one, deep - 1)
            found += more
    return found, words


def label(thing: Any) -> str:
    return f"{thing.__module__.removeprefix('kladka.')}.{thing.__qualname__}"


def is_action(thing: object) -> bool:
    return isinstance(thing, FunctionType) and ".actions" in thing.__module__


def sorted_labels(things: Iterable[object]) -> tuple[str, ...]:
    return tuple(sorted({label(one) for one in things}))


def tests_of(words: Iterable[str]) -> tuple[str, ...]:
    """Test files that name any of the words as a whole word."""
    asked = "|".join(re.escape(word) for word in words if word)
    if not asked:
        return ()
    files = sorted([*PACKAGE.rglob("test_*.py"), *PACKAGE.parent.glob("tests/**/test_*.py")])
    naming = re.compile(rf"\b(?:{asked})\b")
    return tuple(
        path.relative_to(PACKAGE.parent).as_posix()
        for path in files
        if naming.search(path.read_text("utf-8"))
    )


def line_of(address: str, name: str, view: Callable[..., Any]) -> Line:
    view = inspect.unwrap(view)
    found, words = met_by(view)
    classes = [one for one in found if isinstance(one, type) and one.__module__.startswith("kladka.")]
    actions = [one for one in found if is_action(one)]
    return Line(
        address=address,
        name=name,
        view=label(view),
        forms=sorted_labels(one for one in classes if issubclass(one, forms.BaseForm)),
        templates=tuple(sorted(word for word in words if word.endswith(".html"))),
        actions=sorted_labels(actions),
        models=sorted_labels(one for one in classes if issubclass(one, Model)),
        tests=tests_of([name, *(one.__qualname__ for one in actions if isinstance(one, FunctionType))]),
    )


def lines(word: str, urlconfs: Iterable[str]) -> list[Line]:
    """The lines that speak of a word; an empty word gives every line of ours."""
    every = {
        (address, name): line_of(address, name, view)
        for urlconf in urlconfs
        for address, name, view in patterns(urlconf)
        if inspect.unwrap(view).__module__.startswith("kladka.")
    }
    return [line for line in every.values() if line.speaks_of(word)]
