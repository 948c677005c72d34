"""The frame of the desk: menu with what waits, the current programme, search. Data that others add to.

A module's page gets into the menu by one line in `MENU`; its address must exist (a test reverses all).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from kladka.accounts.models import User
from kladka.core.menu import Entry, Group, Item, current_only, items
from kladka.programmes.access import can_manage_users

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def keeps_users(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and can_manage_users(request.user)


# Group title, entries. The first group has no title: the day's work.
MENU: "list[tuple[str | _StrPromise, list[Entry]]]" = [
    (
        "",
        [
            Entry(_("Today"), "desk:today"),
            Entry(_("People"), "people:people"),
            Entry(_("Recruitment"), "recruitment:applications"),
            Entry(_("Sessions"), "activities:sessions"),
            Entry(_("Groups"), "activities:groups"),
            Entry(_("Programmes"), "desk:programmes"),
        ],
    ),
    (_("Administration"), [Entry(_("Users and roles"), "programmes:users", shown_to=keeps_users)]),
]
OWN: list[Entry] = [
    Entry(_("Appearance"), "portal:look"),
    Entry(_("Second factor"), "mfa_index"),
    Entry(_("Change the password"), "account_change_password"),
]
SEARCH = "desk:search"  # the address of the search over persons, sessions, programmes


@dataclass(frozen=True)
class Programme:
    """The programme whose pages are open, and where another one is chosen."""

    title: str
    href: str


@dataclass(frozen=True)
class Frame:
    menu: list[Group]
    own: list[Item]
    person: str
    search: str
    programme: Programme | None
    home: str = "/desk/"


def frame(request: HttpRequest) -> Frame:
    user = getattr(request, "user", None)
    groups = [Group(title, items(entries, request)) for title, entries in MENU]
    *menu, own = current_only([*(group for group in groups if group.items), Group("", items(OWN, request))])
    return Frame(
        menu=menu,
        own=list(own.items),
        person=str(user) if user is not None and user.is_authenticated else "",
        search=reverse(SEARCH),
        programme=None,
    )


def context(request: HttpRequest) -> dict[str, object]:
    """Context processor: `desk`, made only when a template asks for it."""
    return {"desk": SimpleLazyObject(lambda: frame(request))}
