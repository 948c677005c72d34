"""V07, V08, V14, V15: the person on the labour market."""

from collections.abc import Iterator

from kladka.reporting.rules.case import Case, Check, Finding, Level, shown

YOUNG = 25


def detail_fits_the_status(case: Case) -> Iterator[Finding]:
    """V07: the status decides which "w tym" is allowed; the unemployed must have one."""
    status, detail = case.status, case.line.labour_status_detail
    if status is None:
        return
    if not detail and status == "unemployed":
        yield Finding("V07", "labour_status_detail", "no_detail")
    elif detail and detail not in case.layout.details[status].values():
        values = shown(detail=detail, status=case.line.labour_status)
        yield Finding("V07", "labour_status_detail", "detail_of_another_status", values=values)


def only_workers_have_work(case: Case) -> Iterator[Finding]:
    """V07: occupation and workplace belong to the employed only."""
    if case.status not in (None, "employed") and (case.background.occupation or case.background.employer):
        yield Finding("V07", "labour_status", "work_without_job")


def status_is_not_excluded(case: Case) -> Iterator[Finding]:
    """V08: the project may be closed to a status."""
    if case.status in case.background.excluded_statuses:
        yield Finding("V08", "labour_status", "status_excluded", values=shown(status=case.line.labour_status))


def months_without_work(case: Case) -> int | None:
    since, start = case.background.unemployed_since, case.line.start_date
    if since is None or start is None:
        return None
    return (start.year - since.year) * 12 + start.month - since.month - (start.day < since.day)


def long_term_is_long(case: Case) -> Iterator[Finding]:
    """V14: long-term unemployed is who has no work for the period's number of months, nobody else."""
    months = months_without_work(case)
    if months is None or case.status != "unemployed":
        return
    young = case.line.age_at_entry is not None and case.line.age_at_entry < YOUNG
    limit = case.layout.thresholds["long_term_months_under_25" if young else "long_term_months"]
    said = case.line.labour_status_detail == case.layout.details["unemployed"]["long_term"]
    if said != (months >= limit):
        key = "not_long_term" if said else "long_term"
        values = shown(months=months, limit=limit)
        yield Finding("V14", "labour_status_detail", key, Level.WARNING, values)


def students_and_parents_have_their_status(case: Case) -> Iterator[Finding]:
    """V15: a full-time student is inactive; a parent on leave who has no job is unemployed."""
    if case.background.full_time_student and case.status == "unemployed":
        yield Finding("V15", "labour_status", "student_is_inactive", Level.WARNING)
    if case.background.parental_leave_without_job and case.status not in (None, "unemployed"):
        yield Finding("V15", "labour_status", "parent_is_unemployed", Level.WARNING)


LABOUR: tuple[Check, ...] = (
    detail_fits_the_status,
    only_workers_have_work,
    status_is_not_excluded,
    long_term_is_long,
    students_and_parents_have_their_status,
)
