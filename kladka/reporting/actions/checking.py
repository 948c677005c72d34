"""Checking what has changed since it was last checked, and keeping what was found."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from io import StringIO

from django.db import transaction

from kladka.programmes.models import Edition
from kladka.reporting.files import SEPARATOR
from kladka.reporting.layouts import Layout
from kladka.reporting.lines import Line, read_line
from kladka.reporting.models import Verdict
from kladka.reporting.queries import Written, backgrounds
from kladka.reporting.rules import Background, Case, findings, may_be_sent


@transaction.atomic
def check_lines(
    edition: Edition, layout: Layout, lines: Sequence[Written], *, on: date, at: datetime
) -> dict[int, bool]:
    """Check these lines and keep the verdicts; gives by participation whether the line may be sent."""
    verdicts = list(verdicts_of(edition, layout, lines, on=on, at=at))
    Verdict.objects.bulk_create(
        verdicts,
        update_conflicts=True,
        unique_fields=["participation"],
        update_fields=["fingerprint", "is_sound", "findings", "checked_at"],
    )
    return {one.participation_id: one.is_sound for one in verdicts}


def verdicts_of(
    edition: Edition, layout: Layout, block: Sequence[Written], *, on: date, at: datetime
) -> Iterator[Verdict]:
    known = backgrounds(edition, [one.participation_id for one in block], on=on)
    for one in block:
        background = known.get(one.participation_id, Background())
        found = findings(Case(parsed(one.text), layout, on, background))
        yield Verdict(
            participation_id=one.participation_id,
            fingerprint=one.fingerprint,
            is_sound=may_be_sent(found),
            findings=[asdict(finding) for finding in found],
            checked_at=at,
        )


def parsed(text: str) -> Line:
    """The line as values, read as from the file itself: what is checked is what is sent."""
    row = next(csv.reader(StringIO(text, newline=""), delimiter=SEPARATOR, strict=True))
    return read_line(row)[0]
