"""The first page of the day."""

from django.http import HttpResponse
from django.shortcuts import render

from kladka.accounts.http import StaffRequest
from kladka.accounts.second_factor import is_needed
from kladka.core.clock import now, today
from kladka.desk.queries import today as queries
from kladka.desk.queries.administration import duties, staff
from kladka.desk.queries.programmes import in_brief
from kladka.people.access import can_register
from kladka.programmes.access import ADMINISTRATORS, CASE_WORK, WITH_PEOPLE, WITH_RECORDS, roles_of


def today_page(request: StaffRequest) -> HttpResponse:
    """My sessions with one action each, what waits, and the programmes in brief."""
    moment, day = now(), today()
    roles = {one.role for one in roles_of(request.user, on=day)}
    waiting = queries.matters(request.user, roles, at=moment, on=day)
    if roles & ADMINISTRATORS:
        waiting = sorted([*waiting, *duties_of(request)], key=lambda matter: matter.due_on)
    context = {
        "now": moment,
        "today": day,
        "agenda": queries.agenda(request.user, day),
        "due": queries.grouped(waiting, on=day),
        "has_sessions": bool(roles & WITH_RECORDS) or not roles,
        "staff": staff(request.user, on=day) if roles & ADMINISTRATORS else None,
        "works_with_people": bool(roles & WITH_PEOPLE),
        "may_add": can_register(request.user, on=day),
        "may_visit": bool(roles & CASE_WORK),
        "programmes": in_brief(request.user, on=day),
    }
    return render(request, "desk/today.html", context)


def duties_of(request: StaffRequest) -> list[queries.Matter]:
    return duties(request.user, on=today(), with_factor=is_needed(request))
