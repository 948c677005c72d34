"""A person's file: sections are addresses."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.audit.queries import readings_of, trail_of_person
from kladka.core.clock import today
from kladka.desk.queries import person as queries
from kladka.people.access import can_change
from kladka.people.models import Person
from kladka.people.queries import around
from kladka.programmes.access import require

ON_A_PAGE = 50


def found(request: StaffRequest, public_id: UUID) -> Person:
    return get_object_or_404(Person.objects.visible_to(request.user), public_id=public_id)


def sections(person: Person) -> list[tuple[str, str]]:
    arguments = [person.public_id]
    return [
        (_("Overview"), reverse("desk:person", args=arguments)),
        (_("Attendance"), reverse("desk:person_attendance", args=arguments)),
        (_("History"), reverse("desk:person_history", args=arguments)),
    ]


def overview(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Participations with what is missing, the last sessions, and who the person is."""
    person = found(request, public_id)
    context = {
        "file": queries.file_of(person, request.user, on=today()),
        "person": person,
        "sections": sections(person),
        "around": around(person, on=today()),
        "may_change": can_change(request.user, person, on=today()),
        "today": today(),
    }
    return render(request, "desk/person.html", context)


def attendance(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Every mark of the person in sessions that the reader may see."""
    person = found(request, public_id)
    marks = queries.marks_of(person, request.user)
    page = Paginator(marks, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"person": person, "sections": sections(person), "page": page}
    return render(request, "desk/person_attendance.html", context)


def history(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Who changed what, and who read what few may read."""
    person = found(request, public_id)
    require(queries.may_read_history(person, request.user))
    context = {
        "person": person,
        "sections": sections(person),
        "trail": trail_of_person(person.public_id),
        "readings": readings_of(person.public_id)[:ON_A_PAGE],
    }
    return render(request, "desk/person_history.html", context)
