"""Plans: a session or a series, and one that is called off."""

from collections.abc import Iterable
from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kladka.accounts.http import StaffRequest
from kladka.activities import actions, queries
from kladka.activities.forms.planning import CancelForm, MoveForm, PlanForm
from kladka.activities.views.doors import session_to_write
from kladka.core import wording
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.programmes.access import WITH_PEOPLE, require, works_somewhere_as


def plan(request: StaffRequest) -> HttpResponse:
    """One session, or one each week."""
    require(works_somewhere_as(request.user, WITH_PEOPLE))
    form = PlanForm(
        posted(request),
        subjects=queries.subjects_of(request.user, on=today()),
        rooms=queries.rooms(),
        colleagues=queries.colleagues_of(request.user, on=today()),
        initial={"staff": [request.user.pk], "day": today(), "subject": request.GET.get("subject", "")},
    )
    if form.is_valid():
        try:
            planned = actions.plan(
                subject=form.chosen,
                frame=form.frame,
                days=form.days,
                zone=get_current_timezone(),
                details=form.details,
                by=request.user,
                at=now(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            tell(request, planned)
            return redirect("activities:sessions")
    return form_page(request, "activities/plan.html", form)


def tell(request: StaffRequest, planned: actions.Planned) -> None:
    number = len(planned.sessions)
    words = ngettext("%(number)s session is planned.", "%(number)s sessions are planned.", number)
    messages.success(request, words % {"number": number})
    if planned.skipped:
        messages.info(request, _("Public holidays left out: %(days)s.") % {"days": said(planned.skipped)})
    if planned.already:
        days = [wording.local_day(one) for one in planned.already]
        messages.info(request, _("Planned before: %(days)s.") % {"days": said(days)})


def said(days: Iterable[date]) -> str:
    return ", ".join(wording.day_month(day) for day in days)


def move(request: StaffRequest, session_id: int) -> HttpResponse:
    """Another term; the first one stays on record."""
    session = session_to_write(request, session_id)
    start, end = localtime(session.starts_at), localtime(session.ends_at)
    now_planned = {"day": start.date(), "starts": start.time(), "ends": end.time()}
    form = MoveForm(posted(request), rooms=queries.rooms(), initial=now_planned)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.move_session(
                session=session,
                term=form.term(get_current_timezone()),
                room=said["room"],
                reason=said["reason"],
                by=request.user,
                at=now(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The session is moved."))
            return redirect("activities:attendance", session.pk)
    return form_page(request, "activities/move.html", form, session=session)


def cancel(request: StaffRequest, session_id: int) -> HttpResponse:
    """Why it will not take place."""
    session = session_to_write(request, session_id)
    form = CancelForm(posted(request))
    if form.is_valid():
        try:
            actions.cancel_session(
                session=session, reason=form.cleaned_data["reason"], by=request.user, at=now()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The session is cancelled."))
            return redirect("activities:sessions")
    return form_page(request, "activities/cancel.html", form, session=session)
