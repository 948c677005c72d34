"""Every page of the site as a link: for the site map, and for the search through them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from kladka.core import wording
from kladka.core.sorting import without_marks
from kladka.portal.queries import calendar, listing

AHEAD = 92  # days
Group = tuple[str, list["Link"]]


@dataclass(frozen=True)
class Link:
    """Where something stands. `words` is what a search looks through beside the title."""

    title: str
    href: str
    note: str = ""
    words: str = ""

    def holds(self, asked: list[str]) -> bool:
        """Whether every word asked for begins a word of it, in any case and without marks."""
        held = words_of(f"{self.title} {self.note} {self.words}")
        return all(any(word.startswith(one) for word in held) for one in asked)


def words_of(text: str) -> list[str]:
    """Without marks and in small letters; a hyphen parts two words."""
    return re.findall(r"\w+", without_marks(text))


def pages() -> Iterator[Link]:
    """The pages that every municipality has."""
    yield Link(gettext("Home"), reverse("portal:home"))
    yield Link(gettext("Programmes"), reverse("portal:programmes"))
    yield Link(gettext("Calendar"), reverse("portal:calendar"), words=gettext("events dates meetings"))
    yield Link(gettext("Contact"), reverse("portal:contact"), words=gettext("telephone e-mail address help"))
    yield Link(gettext("Search"), reverse("portal:search"))
    yield Link(
        gettext("Appearance"), reverse("portal:look"), words=gettext("letters size contrast dark colours")
    )
    yield Link(gettext("Accessibility statement"), reverse("portal:statement"))
    yield Link(gettext("Data protection"), reverse("portal:privacy"), words=gettext("RODO personal data"))
    yield Link(gettext("Site map"), reverse("portal:site_map"))


def programmes(language: str, today: date) -> Iterator[Link]:
    for card in listing.cards(language=language, today=today):
        held = f"{card.kind} {card.summary} {card.place}"
        yield Link(card.title, reverse("portal:programme", args=[card.key]), note=card.place, words=held)


def events(today: date) -> Iterator[Link]:
    """Those still to come, as far as anybody plans to go: a quarter of a year."""
    for entry in calendar.entries(today, today + timedelta(days=AHEAD)):
        when = wording.weekday_date(entry.day)
        held = f"{entry.place} {entry.group} {entry.programme}"
        yield Link(entry.title, reverse("portal:event", args=[entry.number]), note=when, words=held)


def everything(language: str, today: date) -> list[Group]:
    """All links under their headings."""
    groups = [
        (gettext("Programmes"), list(programmes(language, today))),
        (gettext("Events"), list(events(today))),
        (gettext("Pages"), list(pages())),
    ]
    return [group for group in groups if group[1]]


def found(asked: str, *, language: str, today: date) -> list[Group]:
    """What holds all the words; groups without a hit stay away."""
    words = words_of(asked)
    hits = [
        (title, [link for link in links if link.holds(words)]) for title, links in everything(language, today)
    ]
    return [(title, links) for title, links in hits if links and words]


def in_words(asked: str, groups: list[Group]) -> str:
    return counted(asked, sum(len(links) for _title, links in groups))


def counted(asked: str, number: int) -> str:
    """3 results for: club."""
    if not asked:
        return ""
    if not number:
        return gettext("Nothing found for: %(words)s") % {"words": asked}
    said = ngettext("%(number)s result for: %(words)s", "%(number)s results for: %(words)s", number)
    return said % {"number": number, "words": asked}
