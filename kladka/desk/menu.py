"""The frame of the desk: menu with what waits, the current programme, search. Data that others add to.

A module's page gets into the menu by one line in `MENU`, a page of the current programme by one in `pages.py`. Who sees
it is asked of the rule that the page itself asks; a test opens as every role all that stands there.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from kladka.accounts.models import User
from kladka.core.menu import Entry, Group, Item, current_only, is_under, items
from kladka.desk.pages import cockpit_of, current_edition, pages_of
from kladka.messages.access import can_read_somewhere
from kladka.programmes.access import can_manage_users, reads_records, works_in_programmes
from kladka.programmes.models import Edition

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


def works(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and works_in_programmes(request.user)


def has_records(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and reads_records(request.user)


def reads_messages(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and can_read_somewhere(request.user)


def keeps_users(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and can_manage_users(request.user)


# Group title, entries. The first group has no title: the day's work.
MENU: "list[tuple[str | _StrPromise, list[Entry]]]" = [
    (
        "",
        [
            Entry(_("Today"), "desk:today", alone=True),
            Entry(_("People"), "people:people", shown_to=has_records, also=("/desk/participations/",)),
            Entry(_("Recruitment"), "recruitment:applications", shown_to=works),
            Entry(_("Messages"), "messages:messages", shown_to=reads_messages, also=("/desk/letters/",)),
            Entry(_("Sessions"), "activities:sessions", shown_to=has_records),
            Entry(_("Groups"), "activities:groups", shown_to=has_records),
            Entry(_("Programmes"), "desk:programmes", shown_to=has_records),
        ],
    ),
    (
        _("Administration"),
        [
            Entry(_("Users and roles"), "programmes:users", shown_to=keeps_users),
            Entry(_("Drafts of programmes"), "definitions:drafts", shown_to=keeps_users),
            Entry(
                _("Possible duplicates"),
                "people:duplicates",
                shown_to=keeps_users,
                also=("/desk/people/merges/",),
            ),
        ],
    ),
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
    user = request.user if isinstance(request.user, User) else None
    edition = current_edition(request, user) if user else None
    daily, *further = [Group(title, items(entries, request)) for title, entries in MENU]
    groups = [daily, of_programme(request, edition), *further]
    *menu, own = current_only([*(group for group in groups if group.items), Group("", items(OWN, request))])
    return Frame(
        menu=menu,
        own=list(own.items),
        person=str(user or ""),
        search=reverse(SEARCH),
        programme=Programme(edition.programme.title, cockpit_of(edition)) if edition else None,
    )


def of_programme(request: HttpRequest, edition: Edition | None) -> Group:
    """Pages of the current programme, for whoever may open each."""
    pages = pages_of(request.user, edition) if edition and isinstance(request.user, User) else []
    return Group(
        _("Programme"),
        [
            Item(one.label, one.href, current=any(is_under(request.path, under) for under in one.under))
            for one in pages
        ],
    )


def context(request: HttpRequest) -> dict[str, object]:
    """Context processor: `desk`, made only when a template asks for it."""
    return {"desk": SimpleLazyObject(lambda: frame(request))}
