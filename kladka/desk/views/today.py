"""The first page of the day."""

from django.http import HttpResponse
from django.shortcuts import render

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.desk.queries import today as queries
from kladka.desk.queries.programmes import in_brief
from kladka.people.access import can_register
from kladka.programmes.access import WITH_PEOPLE, roles_of


def today_page(request: StaffRequest) -> HttpResponse:
    """My sessions with one action each, what waits, and the programmes in brief."""
    moment, day = now(), today()
    roles = {one.role for one in roles_of(request.user, on=day)}
    context = {
        "now": moment,
        "today": day,
        "agenda": queries.agenda(request.user, day),
        "due": queries.grouped(queries.matters(request.user, roles, at=moment, on=day), on=day),
        "works_with_people": bool(roles & WITH_PEOPLE),
        "may_add": can_register(request.user, on=day),
        "programmes": in_brief(request.user, on=day),
    }
    return render(request, "desk/today.html", context)
