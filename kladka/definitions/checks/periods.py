"""Dates, with the precision they were published with: nothing is refused that may still be true."""

from collections.abc import Iterator
from datetime import date

from kladka.definitions.checks.keys import placed_rows
from kladka.definitions.errors import Finding, found
from kladka.definitions.format import ProgrammeFile
from kladka.definitions.format.base import EditionRecord
from kladka.definitions.format.programme import Amendment
from kladka.programmes.rules import Moved, PartialDate, Period, in_force

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
    periods = {edition.key: agreed_and_amended(programme, edition.key) for edition in programme.editions}
    for section, place, row in placed_rows(programme):
        if not isinstance(row, EditionRecord) or isinstance(row, Amendment):
            continue
        period = periods[getattr(row, "edition", "")]
        for field in _INSIDE:
            given = getattr(row, field, None)
            if given is not None and _is_outside(given, period):
                said = f"{period.start or '…'} – {period.end or '…'}"
                yield found((section, place, field), "outside_edition", given=given, period=said)


def agreed_and_amended(programme: ProgrammeFile, edition: str, *, on: date | None = None) -> Period:
    """The period of an edition as amended by a day, or by all that it has."""
    agreed = next(one for one in programme.editions if one.key == edition)
    amended = (
        Moved(one.signed, Period(one.starts, one.ends))
        for one in programme.amendments
        if one.edition == edition
    )
    return in_force(Period(agreed.starts, agreed.ends), amended, on=on)


def _is_outside(given: PartialDate, period: Period) -> bool:
    too_early = period.first_day is not None and given.last_day < period.first_day
    too_late = period.last_day is not None and given.first_day > period.last_day
    return too_early or too_late
