"""The sheet of a session."""

from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.activities import queries
from kladka.activities.access import can_record
from kladka.activities.actions import record_attendance
from kladka.activities.choices import Mark
from kladka.activities.forms.attendance import AttendanceForm
from kladka.activities.forms.guests import WalkInForm
from kladka.activities.models import Session
from kladka.activities.queries import Line
from kladka.activities.rules.marks import Merged
from kladka.activities.views.doors import session_for
from kladka.core import wording
from kladka.core.clock import now
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.programmes.access import require


def attendance(request: StaffRequest, session_id: int) -> HttpResponse:
    """Who was there. The same page shows the list to those who may only read."""
    session = session_for(request, session_id)
    may_write = can_record(request.user, session)
    lines = queries.register_of(session)
    form = AttendanceForm(posted(request), lines=lines, is_closed=session.register_closed_at is not None)
    if form.is_bound:
        require(may_write)
    if form.is_valid():
        try:
            written = record_attendance(
                session=session, marks=form.marks, by=request.user, at=now(), reason=form.why
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            tell(request, lines, written)
            return redirect("activities:attendance", session.pk)
    return form_page(
        request, "activities/attendance.html", form, **shown(session, lines, may_write=may_write)
    )


def shown(session: Session, lines: Sequence[Line], *, may_write: bool) -> dict[str, object]:
    return {
        "session": session,
        "may_write": may_write and not session.is_cancelled,
        "walk_in": WalkInForm(),
        "marked": sum(1 for line in lines if line.mark),
        "everybody": len(lines),
        "attended": queries.attended(session),
        "overlaps": overlaps(session, lines) if may_write and not session.is_cancelled else [],
    }


def overlaps(session: Session, lines: Sequence[Line]) -> list[queries.Overlap]:
    """Of rooms and workers once it is held; plans for those were refused. Of persons always."""
    taken = queries.overlaps_of(session) if session.is_held else []
    return taken + queries.expected_elsewhere(session, lines)


def tell(request: StaffRequest, before: Sequence[Line], written: Merged[int]) -> None:
    """What follows from the ticks: whose way begins today, and whose mark somebody else had written differently."""
    messages.success(request, _("The list is saved."))
    names = {line.participation.pk: line.participation.person for line in before}
    for pk, row in written.conflicts.items():
        words = {"name": names[pk], "before": word(row.conflict), "now": word(row.mark)}
        messages.warning(request, _("%(name)s: somebody had written “%(before)s”. Now: “%(now)s”.") % words)
    starts = queries.starts_of(written.changed)
    for line in before:
        start = starts.get(line.participation.pk, line.started_on)
        if start != line.started_on:
            messages.info(request, moved(line, start))


def moved(line: Line, start: date | None) -> str:
    name = line.participation.person
    if start is None:
        return _("%(name)s: has not begun any more.") % {"name": name}
    return _("%(name)s: takes part since %(day)s.") % {"name": name, "day": wording.day(start)}


def word(mark: str) -> str:
    return str(Mark(mark).label) if mark else _("nothing")
