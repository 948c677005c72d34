"""A draft at a glance: its parts by what they speak of, how much each holds, changes and leaves to be corrected."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from kladka.definitions.choices import Theme
from kladka.definitions.drafting.comparing import changes
from kladka.definitions.drafting.document import Document, checked, rows
from kladka.definitions.drafting.mistakes import Mistake, mistakes
from kladka.definitions.drafting.values import HEAD, PAGE
from kladka.definitions.drafting.words import of_part
from kladka.definitions.sections import SECTIONS, theme_of


@dataclass(frozen=True)
class PartOfDraft:
    """One table, or the programme itself: `rows` is None where there is only one."""

    part: str
    title: str
    rows: int | None
    wrong: int
    is_changed: bool


@dataclass(frozen=True)
class Chapter:
    theme: str
    title: str
    parts: tuple[PartOfDraft, ...]


@dataclass(frozen=True)
class Overview:
    chapters: tuple[Chapter, ...]
    mistakes: tuple[Mistake, ...]
    changed: int


def overview(document: Document, now: Document | None) -> Overview:
    _file, found = checked(document)
    wrong = mistakes(document, found)
    changed = {one.section: len(one.rows) + one.is_moved for one in changes(now, document)}
    counted = Counter(one.part for one in wrong)

    def part(name: str, number: int | None) -> PartOfDraft:
        return PartOfDraft(name, of_part(name), number, counted[name], bool(changed.get(name)))

    whole = (part(HEAD, None), part(PAGE, None))
    chapters = []
    for theme, sections in groupby(SECTIONS, key=theme_of):
        own = tuple(part(one, len(rows(document, one))) for one in sections)
        begun = whole if theme == Theme.PROGRAMME else ()
        chapters.append(Chapter(theme.value, str(theme.label), (*begun, *own)))
    return Overview(tuple(chapters), wrong, sum(changed.values()))
