"""Every page of the site as a link: for the site map, and for the search through them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from kladka.core.sorting import without_marks

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
        held = without_marks(f"{self.title} {self.note} {self.words}").split()
        return all(any(word.strip("„”(),.:;").startswith(one) for word in held) for one in asked)


def pages() -> Iterator[Link]:
    """The pages that every municipality has."""
    yield Link(gettext("Home"), reverse("portal:home"))
    yield Link(gettext("Contact"), reverse("portal:contact"), words=gettext("telephone e-mail address help"))
    yield Link(gettext("Search"), reverse("portal:search"))
    yield Link(
        gettext("Appearance"), reverse("portal:look"), words=gettext("letters size contrast dark colours")
    )
    yield Link(gettext("Accessibility statement"), reverse("portal:statement"))
    yield Link(gettext("Data protection"), reverse("portal:privacy"), words=gettext("RODO personal data"))
    yield Link(gettext("Site map"), reverse("portal:site_map"))


def everything() -> list[Group]:
    """All links under their headings."""
    return [(gettext("Pages"), list(pages()))]


def found(asked: str) -> list[Group]:
    """What holds all the words; groups without a hit stay away."""
    words = without_marks(asked).split()
    hits = [(title, [link for link in links if link.holds(words)]) for title, links in everything()]
    return [(title, links) for title, links in hits if links and words]


def in_words(asked: str, groups: list[Group]) -> str:
    """3 results for: club."""
    if not asked:
        return ""
    number = sum(len(links) for _title, links in groups)
    if not number:
        return gettext("Nothing found for: %(words)s") % {"words": asked}
    said = ngettext("%(number)s result for: %(words)s", "%(number)s results for: %(words)s", number)
    return said % {"number": number, "words": asked}
