"""A template library whose tags refuse a typo when the page compiles, not when somebody opens it.

Unknown and missing keywords are refused by Django itself; a word given for a `Literal` argument
(`tone="waring"`) is refused here.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Literal, get_args, get_origin, get_type_hints

from django import template
from django.template.base import FilterExpression, Node, Parser, Token

Compile = Callable[[Parser, Token], Node]


def literals(function: Callable[..., Any]) -> dict[str, tuple[str, ...]]:
    """The words that each `Literal` argument may be."""
    hints = get_type_hints(function)
    return {name: get_args(hint) for name, hint in hints.items() if get_origin(hint) is Literal}


def refuse_unknown_words(tag: str, allowed: dict[str, tuple[str, ...]], given: dict[str, object]) -> None:
    for name, words in allowed.items():
        value = given.get(name)
        if isinstance(value, FilterExpression) and not value.is_var and value.var not in words:
            known = ", ".join(words)
            raise template.TemplateSyntaxError(f"{tag}: {name}={value.var!r} is not one of {known}")


class Components(template.Library):
    """As Django's own library, with the check of words added to every tag."""

    def tag(self, name: Any = None, compile_function: Any = None) -> Any:
        if isinstance(name, str) and compile_function is not None:
            function = getattr(compile_function, "__wrapped__", compile_function)
            return super().tag(name, self._checked(name, function, compile_function))
        return super().tag(name, compile_function)

    def _checked(self, tag: str, function: Callable[..., Any], compiles: Compile) -> Compile:
        allowed = literals(function)

        @wraps(compiles)
        def checked(parser: Parser, token: Token) -> Node:
            node = compiles(parser, token)
            refuse_unknown_words(tag, allowed, getattr(node, "kwargs", {}))
            return node

        return checked
