"""Dates, with the precision they were published with: nothing is refused that may still be true."""

from collections.abc import Iterator

from kladka.definitions.checks.keys import placed_rows
from kladka.definitions.errors import Finding, found
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import EditionRecord
from kladka.definitions.format.programme import Amendment
from kladka.programmes.rules import PartialDate

_PAIRS = (("starts", "ends"), ("opens", "closes"), ("valid_from", "valid_to"), ("since", "until"))
_INSIDE = ("starts", "ends")


def ends_follow_starts(programme: ProgrammeFile) -> Iterator[Finding]:
    for section, place, row in placed_rows(programme):
        for start, end in _PAIRS:
            first, last = getattr(row, start, None), getattr(row, end, None)
            if first is not None and last is not None and first.first_day > last.last_day:
                yield found(
                    (section, place, end), "ends_before_start", start=start, end=end, first=first, last=last
                )


def dates_are_inside_the_edition(programme: ProgrammeFile) -> Iterator[Finding]:
    """Tasks, stages, groups and the rest keep within the period, as amended."""
    periods = {edition.key: period(programme, edition.key) for edition in programme.editions}
    for section, place, row in placed_rows(programme):
        if not isinstance(row, EditionRecord) or isinstance(row, Amendment):
            continue
        starts, ends = periods[getattr(row, "edition", "")]
        for field in _INSIDE:
            given = getattr(row, field, None)
            if given is not None and _is_outside(given, starts, ends):
                said = f"{starts or '…'} – {ends or '…'}"
                yield found((section, place, field), "outside_edition", given=given, period=said)


def period(programme: ProgrammeFile, edition: str) -> tuple[PartialDate | None, PartialDate | None]:
    """First and last published date of an edition; the last amendment that moves one of them decides."""
    agreed = next(one for one in programme.editions if one.key == edition)
    starts, ends = agreed.starts, agreed.ends
    for amendment in programme.amendments:
        if amendment.edition == edition:
            starts, ends = amendment.starts or starts, amendment.ends or ends
    return starts, ends


def _is_outside(given: PartialDate, starts: PartialDate | None, ends: PartialDate | None) -> bool:
    too_early = starts is not None and given.last_day < starts.first_day
    too_late = ends is not None and given.first_day > ends.last_day
    return too_early or too_late
