"""V09–V11: the order of days."""

from collections.abc import Iterator
from datetime import date, timedelta

from kladka.reporting.rules.case import Case, Check, Finding, Level, shown


def breaks(earlier: date | None, later: date | None) -> bool:
    """Whether two known days stand in the wrong order; the same day is in order."""
    return earlier is not None and later is not None and later < earlier


def days_follow_each_other(case: Case) -> Iterator[Finding]:
    """V09: project start ≤ person's start ≤ person's end ≤ project end."""
    line, known = case.line, case.background
    if breaks(known.project_start, line.start_date):
        yield Finding(
            "V09",
            "start_date",
            "before_project",
            values=shown(day=line.start_date, limit=known.project_start),
        )
    if breaks(line.start_date, line.end_date):
        yield Finding(
            "V09", "end_date", "end_before_start", values=shown(day=line.end_date, limit=line.start_date)
        )
    last = line.end_date or line.start_date
    if breaks(last, known.project_end):
        yield Finding("V09", "end_date", "after_project", values=shown(day=last, limit=known.project_end))


def supports_lie_within_participation(case: Case) -> Iterator[Finding]:
    """V09: person's start ≤ support's start ≤ support's end ≤ person's end."""
    line = case.line
    ends = [*case.background.support_ends, *[None] * len(line.supports)]
    for support, end in zip(line.supports, ends, strict=False):
        values = shown(support=support.detail or support.kind, day=end or support.start)
        if breaks(line.start_date, support.start):
            yield Finding("V09", "support_start", "support_before_start", values=values)
        if breaks(support.start, end):
            yield Finding("V09", "support_start", "support_ends_first", values=values)
        if breaks(end or support.start, line.end_date):
            yield Finding("V09", "support_start", "support_after_end", values=values)


def start_is_the_first_support(case: Case) -> Iterator[Finding]:
    """V10: the participation starts with the earliest support."""
    first = min((one.start for one in case.line.supports if one.start), default=None)
    if first and case.line.start_date and first != case.line.start_date:
        values = shown(start=case.line.start_date, first=first)
        yield Finding("V10", "start_date", "start_is_not_first_support", values=values)


def exit_is_told(case: Case) -> Iterator[Finding]:
    """V11: with the end date go path and situation; due within 28 days, a warning until then."""
    line = case.line
    if line.end_date is None:
        return
    due = line.end_date + timedelta(days=case.layout.thresholds["result_days"])
    level = Level.WARNING if case.on <= due else Level.ERROR
    for name, key in (("path_completed", "no_path"), ("situation_at_exit", "no_situation")):
        if not getattr(line, name):
            yield Finding("V11", name, key, level, values=shown(due=due))


DATES: tuple[Check, ...] = (
    days_follow_each_other,
    supports_lie_within_participation,
    start_is_the_first_support,
    exit_is_told,
)
