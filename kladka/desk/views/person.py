"""A person's file: sections are addresses, and each reader's menu has only those that the role opens."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kladka.accounts.http import StaffRequest
from kladka.audit.queries import readings_of, trail_of_person
from kladka.core.clock import now, today
from kladka.desk.queries import person as queries
from kladka.indicators.actions import note_file
from kladka.messages.lists import rows, with_details
from kladka.messages.models import READERS, Message
from kladka.participation.actions import read_goal
from kladka.people.access import can_change, person_seen_by
from kladka.people.actions import note_history, read_sensitive
from kladka.people.models import Person
from kladka.people.queries import around, card, ids_of
from kladka.programmes.access import CASE_WORK, CHECKING, FIGURES, WITH_PEOPLE, require

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from kladka.programmes.access import Roles

ON_A_PAGE = 50
PATH = WITH_PEOPLE | CHECKING
PAPERS = FIGURES
MESSAGES = READERS
SENSITIVE = HISTORY = CASE_WORK | CHECKING


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the file; `roles` open it, None: whoever sees the person."""

    label: "_StrPromise"
    name: str
    roles: "Roles | None" = None

    def is_open_to(self, roles: "frozenset[str]") -> bool:
        return self.roles is None or bool(self.roles & roles)


SECTIONS = {
    "overview": Section(_("Overview"), "person"),
    "data": Section(_("Data"), "person_data"),
    "path": Section(_("Path"), "person_path", PATH),
    "attendance": Section(_("Attendance"), "person_attendance"),
    "documents": Section(_("Documents"), "person_documents", PAPERS),
    "messages": Section(_("Messages"), "person_messages", MESSAGES),
    "indicators": Section(_("Indicators"), "person_indicators", FIGURES),
    "history": Section(_("History"), "person_history", HISTORY),
}


@dataclass(frozen=True, slots=True)
class Opened:
    """The person behind the door, and what this reader may open of the file."""

    person: Person
    roles: frozenset[str]

    @property
    def frame(self) -> dict[str, Any]:
        arguments = [self.person.public_id]
        shown = [one for one in SECTIONS.values() if one.is_open_to(self.roles)]
        sections = [(str(one.label), reverse(f"desk:{one.name}", args=arguments)) for one in shown]
        return {"person": self.person, "sections": sections}


def opened(request: StaffRequest, public_id: UUID, section: str) -> Opened:
    """404 for "not there" and "not yours" alike; 403 where the role does not include the section."""
    person = person_seen_by(request.user, public_id)
    file = Opened(person, queries.roles_at(person, request.user, on=today()))
    require(SECTIONS[section].is_open_to(file.roles))
    return file


def overview(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Participations with what is missing, the last sessions, and who the person is."""
    file = opened(request, public_id, "overview")
    context = {
        **file.frame,
        "file": queries.file_of(file.person, request.user, on=today()),
        "shows_papers": SECTIONS["documents"].is_open_to(file.roles),
        "around": around(file.person, on=today()),
        "may_change": can_change(request.user, file.person, on=today()),
        "may_visit": bool(CASE_WORK & file.roles),
        "today": today(),
    }
    return render(request, "desk/person.html", context)


def data(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Who the person is. The sensitive answers stand there only when asked for, and then their reading is logged."""
    file = opened(request, public_id, "data")
    may_read = bool(SENSITIVE & file.roles)
    traits = None
    if may_read and "sensitive" in request.GET:
        why = gettext("person's file")
        traits = read_sensitive(person=file.person, why=why, by=request.user, at=now())
    context = {
        **file.frame,
        "card": card(file.person, user=request.user),
        "around": around(file.person, on=today()),
        "may_change": can_change(request.user, file.person, on=today()),
        "may_read": may_read,
        "traits": traits,
        "today": today(),
    }
    return render(request, "desk/person_data.html", context)


def path(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """The plan and what was received of it. The goal stands there only when asked for, and its reading is logged."""
    file = opened(request, public_id, "path")
    mine = queries.participations_as(PATH, file.person, request.user, on=today())
    ways = list(queries.ways(mine, request.user, on=today()))
    if "goal" in request.GET:
        ways = [with_goal(one, request) for one in ways]
    return render(request, "desk/person_path.html", {**file.frame, "ways": ways})


def with_goal(way: queries.Way, request: StaffRequest) -> queries.Way:
    if not way.may_read:
        return way
    why = gettext("person's file")
    return replace(way, goal=read_goal(plan=way.card.plan, why=why, by=request.user, at=now()))


def attendance(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Every mark of the person in sessions that the reader may see."""
    file = opened(request, public_id, "attendance")
    marks = queries.marks_of(file.person, request.user)
    page = Paginator(marks, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/person_attendance.html", {**file.frame, "page": page})


def documents(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """What has to be on paper, and how far each of it is."""
    file = opened(request, public_id, "documents")
    mine = queries.participations_as(PAPERS, file.person, request.user, on=today())
    ways = list(queries.ways(mine, request.user, on=today()))
    return render(request, "desk/person_documents.html", {**file.frame, "ways": ways})


def messages(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """What was written to the person, in editions that the reader leads or checks."""
    file = opened(request, public_id, "messages")
    written = Message.objects.visible_to(request.user).filter(person=file.person).newest_first()
    page = Paginator(with_details(written), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {**file.frame, "page": page, "rows": rows(page.object_list)}
    return render(request, "desk/person_messages.html", context)


def indicators(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """For which figures the person counts, because of what; and for which if something more were done."""
    file = opened(request, public_id, "indicators")
    mine = queries.participations_as(FIGURES, file.person, request.user, on=today())
    counted = list(queries.counted(mine, request.user, on=today()))
    if any(one.tells_sensitive for one in counted):
        note_file(person=file.person, why=gettext("person's file"), by=request.user, at=now())
    return render(request, "desk/person_indicators.html", {**file.frame, "counted": counted})


def history(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """Who changed what, and who read what few may read. Values stand in it, so looking at them is a reading too."""
    file = opened(request, public_id, "history")
    known_as = ids_of(file.person)
    trail = trail_of_person(*known_as)
    if any(line.changes for line in trail):
        why = gettext("history of the file")
        note_history(person=file.person, why=why, by=request.user, at=now())
    context = {
        **file.frame,
        "trail": trail,
        "readings": readings_of(*known_as)[:ON_A_PAGE],
    }
    return render(request, "desk/person_history.html", context)
