"""Keys and what refers to them."""

from collections.abc import Iterator

from kladka.definitions.errors import Finding, found
from kladka.definitions.explaining import nearest
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import EditionRecord, Record, keys_named, references
from kladka.definitions.sections import SECTIONS

_PARTS_OF_THEIR_KIND = (("grounds", "part_of"), ("targets", "within"))


def placed_rows(programme: ProgrammeFile) -> Iterator[tuple[str, int, Record]]:
    """Every row with its table and its place in it."""
    for section in SECTIONS:
        for place, row in enumerate(programme.rows(section)):
            yield section, place, row


def keys_are_unique(programme: ProgrammeFile) -> Iterator[Finding]:
    first: dict[tuple[str, str], int] = {}
    for section, place, row in placed_rows(programme):
        earlier = first.setdefault((section, row.key), place)
        if earlier != place:
            path = (section, place, "key")
            yield found(path, "twice", given=row.key, section=section, first=(section, earlier, "key"))


def numbers_are_unique(programme: ProgrammeFile) -> Iterator[Finding]:
    seen = set[int]()
    for place, edition in enumerate(programme.editions):
        if edition.number is not None and edition.number in seen:
            yield found(("editions", place, "number"), "edition_number_twice", given=edition.number)
        seen |= {edition.number} if edition.number is not None else set()


def links_lead_somewhere(programme: ProgrammeFile) -> Iterator[Finding]:
    """Every key that is named exists, in the same edition where both rows belong to one."""
    rows = {section: {row.key: row for row in programme.rows(section)} for section in SECTIONS}
    for section, place, row in placed_rows(programme):
        for field, named in references(type(row)):
            for key in keys_named(getattr(row, field)):
                path = (section, place, field)
                other = rows[named].get(key)
                if other is None:
                    yield found(
                        path, "no_such_row", given=key, section=named, advice=nearest(key, rows[named])
                    )
                elif _are_of_two_editions(row, other):
                    theirs, ours = getattr(other, "edition", ""), getattr(row, "edition", "")
                    yield found(path, "other_edition", given=key, theirs=theirs, ours=ours)


def _are_of_two_editions(row: Record, other: Record) -> bool:
    if not isinstance(row, EditionRecord):
        return False
    theirs = getattr(other, "edition", None)
    return theirs is not None and theirs != getattr(row, "edition", None)


def links_make_no_circle(programme: ProgrammeFile) -> Iterator[Finding]:
    for section, field in _PARTS_OF_THEIR_KIND:
        above = {row.key: getattr(row, field) for row in programme.rows(section)}
        for place, row in enumerate(programme.rows(section)):
            if _comes_back(row.key, above):
                yield found((section, place, field), "circle", given=row.key)


def _comes_back(key: str, above: dict[str, str | None]) -> bool:
    seen, now = set[str](), above.get(key)
    while now is not None and now not in seen:
        if now == key:
            return True
        seen.add(now)
        now = above.get(now)
    return False
