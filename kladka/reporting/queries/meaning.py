"""What the words of a file mean in the records: codes, the municipality, the supports."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from kladka.municipalities.models import Unit
from kladka.municipalities.queries import territory
from kladka.participation.rules import EntryFacts
from kladka.programmes.models import Edition
from kladka.reporting.layouts import Layout
from kladka.reporting.lines import Line, SupportGiven
from kladka.reporting.queries.lines import services_of

SEVEN = 7
FLAGS = ("foreign_origin", "minority", "homeless", "has_disability")


def facts_of(line: Line, layout: Layout) -> EntryFacts:
    """What the line says of the entry, in our codes; a word of several codes is the widest of them."""
    status = layout.code_of("labour_status", line.labour_status) or ""
    details = layout.details.get(status, {})
    detail = next((code for code, word in details.items() if word == line.labour_status_detail), "")
    return EntryFacts(
        education=layout.code_of("education_level", line.education_level) or "",
        labour_status=status,
        labour_detail=detail,
        education_planned_end=line.education_planned_end,
    )


def flags_of(line: Line, layout: Layout) -> dict[str, str]:
    return {flag: layout.code_of("flag", getattr(line, flag)) or "" for flag in FLAGS}


def municipality_code(line: Line, *, on: date) -> str:
    """The seven digits of the municipality that the line names; empty where the register has none such."""
    named = Unit.objects.as_held_on(on).filter(name=line.municipality)
    codes = [one.code for one in named if len(one.code) == SEVEN]
    return next((code for code in codes if lies_there(code, line, on)), "")


def lies_there(code: str, line: Line, on: date) -> bool:
    found = territory(code, on=on)
    return (found.county, found.voivodeship) == (line.county, line.voivodeship)


def supports_of(edition: Edition, layout: Layout) -> dict[tuple[str, str], list[int]]:
    """The supports of the edition by the kind and detail under which the file has them."""
    known: dict[tuple[str, str], list[int]] = defaultdict(list)
    for pk, (kind, detail) in services_of(edition, layout).items():
        known[kind, detail].append(int(pk))
    return known


def matched(
    given: Sequence[SupportGiven], known: dict[tuple[str, str], list[int]]
) -> list[tuple[SupportGiven, int | None]]:
    """Each support of a line beside that of the edition; the second of one kind is the edition's second."""
    left = {names: list(every) for names, every in known.items()}
    pairs: list[tuple[SupportGiven, int | None]] = []
    for one in given:
        waiting = left.get((one.kind, one.detail), [])
        pairs.append((one, waiting.pop(0) if waiting else None))
    return pairs
