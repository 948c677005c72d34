"""What the municipalities chose to publish, for the national page. Two statements, whatever there is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kladka.municipalities.models import Domain, PublicProgramme
from kladka.municipalities.queries import in_public
from kladka.portal.queries.finding import words_of


@dataclass(frozen=True)
class Town:
    """One municipality with the address of its own site and its programmes that the search holds."""

    name: str
    office: str
    href: str
    is_invented: bool
    programmes: tuple["Copy", ...]


@dataclass(frozen=True)
class Copy:
    """A programme as its municipality published it."""

    title: str
    summary: str
    place: str
    town: str
    state: str
    href: str
    joinable_from: date | None
    joinable_until: date | None

    def can_be_joined(self, today: date) -> bool:
        """The last day is in; without one the window stays open."""
        has_opened = self.joinable_from is not None and self.joinable_from <= today
        return has_opened and (self.joinable_until is None or today <= self.joinable_until)

    def holds(self, asked: Iterable[str]) -> bool:
        held = words_of(f"{self.title} {self.summary} {self.place} {self.town}")
        return all(any(word.startswith(one) for word in held) for one in asked)


def towns(asked: str, *, scheme: str, port: str) -> list[Town]:
    """All municipalities by name; with words asked for only those that hold them, or whose programmes do."""
    words = words_of(asked)
    suffix = "" if port in {"80", "443"} else f":{port}"
    with in_public():
        doors = list(Domain.objects.filter(is_primary=True).select_related("tenant").order_by("tenant__name"))
        copies = list(PublicProgramme.objects.all())
    found = []
    for door in doors:
        town, href = door.tenant, f"{scheme}://{door.domain}{suffix}"
        own = tuple(as_copy(one, town.name, href) for one in copies if one.municipality_id == town.pk)
        hits = tuple(one for one in own if one.holds(words))
        if hits or not words:
            found.append(Town(town.name, town.operator, f"{href}/", town.is_invented, hits))
    return found


def as_copy(one: PublicProgramme, town: str, href: str) -> Copy:
    return Copy(
        title=one.title,
        summary=one.summary,
        place=one.place,
        town=town,
        state=one.state,
        href=f"{href}{one.url_path}",
        joinable_from=one.joinable_from,
        joinable_until=one.joinable_until,
    )
