"""The frame of the portal: names, menu, languages, foot. Data that others add to; facts come from the record.

A page gets into the menu by one line in `MENU`, `EXTRAS` or `FOOT`; its address must exist.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kladka.core.menu import Entry, Group, Item, current_only, items
from kladka.municipalities.context import Site, site_of
from kladka.portal.models import SiteText


def in_a_municipality(request: HttpRequest) -> bool:
    """The national page has fewer pages of its own."""
    return getattr(request, "tenant", None) is not None


MENU: list[Entry] = [
    Entry(_("Home"), "portal:home"),
    Entry(_("Programmes"), "portal:programmes", shown_to=in_a_municipality),
    Entry(_("Calendar"), "portal:calendar", shown_to=in_a_municipality),
    Entry(_("Contact"), "portal:contact", shown_to=in_a_municipality),
]
EXTRAS: list[Entry] = [Entry(_("Appearance"), "portal:look")]
FOOT: list[Entry] = [
    Entry(_("Accessibility statement"), "portal:statement", shown_to=in_a_municipality),
    Entry(_("Data protection"), "portal:privacy", shown_to=in_a_municipality),
    Entry(_("Site map"), "portal:site_map", shown_to=in_a_municipality),
    Entry(_("Contact"), "portal:contact", shown_to=in_a_municipality),
]
# Each language under its own name, whatever the page is written in.
NAMES = {"pl": "Polski", "en": "English", "uk": "Українська"}


@dataclass(frozen=True)
class Language:
    code: str
    label: str
    href: str
    current: bool


@dataclass
class Frame:
    """What portal/base.html shows around a page."""

    site: Site
    menu: list[Item]
    extras: list[Item]
    foot: list[Item]
    languages: list[Language]
    home: str = "/"
    search: str = ""
    statement: str = ""

    @property
    def name(self) -> str:
        return self.site.name

    @property
    def operator(self) -> str:
        return self.site.operator

    @property
    def helpline(self) -> str:
        return self.site.helpline

    @cached_property
    def text(self) -> SiteText | None:
        """The site's own words in the reader's language; asked for by the few pages that say them."""
        return SiteText.objects.public().spoken(get_language() or "pl").first()

    @property
    def helpline_hours(self) -> str:
        return self.text.helpline_hours if self.text and self.site.helpline else ""


def languages(request: HttpRequest) -> list[Language]:
    """The same page in each language."""
    now = get_language()
    return [
        Language(code, NAMES[code], translate_url(request.get_full_path(), code), code == now)
        for code, _name in settings.LANGUAGES
    ]


def frame(request: HttpRequest) -> Frame:
    (menu,) = current_only([Group("", items(MENU, request))])
    return Frame(
        site=site_of(request),
        menu=[exact(one, request.path) for one in menu.items],
        extras=items(EXTRAS, request),
        foot=items(FOOT, request),
        languages=languages(request),
        home=reverse("portal:home"),
        **(own_pages() if in_a_municipality(request) else {}),
    )


def exact(item: Item, path: str) -> Item:
    """The home page is above every page; it is current only on itself."""
    return replace(item, current=item.current and (item.href != reverse("portal:home") or path == item.href))


def own_pages() -> dict[str, str]:
    return {"search": reverse("portal:search"), "statement": reverse("portal:statement")}


def context(request: HttpRequest) -> dict[str, object]:
    """Context processor: `portal`, made only when a template asks for it."""
    return {"portal": SimpleLazyObject(lambda: frame(request))}
