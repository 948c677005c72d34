"""Entries of a menu, as data: a label, the name of an address, and what waits behind it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import reverse

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def nothing(_request: HttpRequest) -> int:
    return 0


def everybody(_request: HttpRequest) -> bool:
    return True


@dataclass(frozen=True)
class Entry:
    """What is declared: `Entry(_("Participants"), "people:list", urgent=queries.without_papers)`."""

    label: "str | _StrPromise"
    name: str
    arguments: tuple[object, ...] = ()
    urgent: Callable[[HttpRequest], int] = nothing  # only things that somebody must do
    shown_to: Callable[[HttpRequest], bool] = everybody
    also: tuple[str, ...] = ()  # other folders whose pages belong to this one
    alone: bool = False  # no page below its address belongs to it


@dataclass(frozen=True)
class Item:
    """What a template shows."""

    label: str
    href: str
    urgent: int = 0
    current: bool = False


@dataclass(frozen=True)
class Group:
    title: "str | _StrPromise"
    items: Sequence[Item]


def is_under(path: str, href: str) -> bool:
    return path == href or (href.endswith("/") and path.startswith(href))


def items(entries: Iterable[Entry], request: HttpRequest) -> list[Item]:
    """The entries this person sees; the one with the longest address above this page is the current one.

    Each rule is asked once, however many entries it guards.
    """
    entries = list(entries)
    holds = {rule: rule(request) for rule in {entry.shown_to for entry in entries}}
    seen = [(entry, reverse(entry.name, args=entry.arguments)) for entry in entries if holds[entry.shown_to]]
    return [
        Item(
            str(entry.label),
            href,
            entry.urgent(request),
            is_current(request.path, href, entry),
        )
        for entry, href in seen
    ]


def is_current(path: str, href: str, entry: Entry) -> bool:
    if entry.alone:
        return path == href
    return any(is_under(path, one) for one in (href, *entry.also))


def current_only(groups: Sequence[Group]) -> list[Group]:
    """Of several items above the page only the nearest stays current: /desk/ is above everything."""
    above = [item.href for group in groups for item in group.items if item.current]
    nearest = max(above, key=len, default=None)
    return [
        Group(group.title, [Item(i.label, i.href, i.urgent, i.href == nearest) for i in group.items])
        for group in groups
    ]
