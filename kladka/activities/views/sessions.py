"""The list of sessions, on the screen and as a spreadsheet."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kladka.accounts.http import StaffRequest
from kladka.activities import queries
from kladka.activities.forms.planning import SessionsFilter
from kladka.core.clock import now, today
from kladka.core.spreadsheets import Cell, Column, xlsx_response
from kladka.programmes.access import WITH_PEOPLE, reads_records, require, works_somewhere_as
from kladka.programmes.models import Edition

ON_A_PAGE = 50
COLUMNS = (
    Column(gettext_lazy("From"), 18),
    Column(gettext_lazy("To"), 18),
    Column(gettext_lazy("What"), 40),
    Column(gettext_lazy("Topic"), 40),
    Column(gettext_lazy("Where"), 40),
    Column(gettext_lazy("Led by"), 30),
    Column(gettext_lazy("State"), 14),
    Column(gettext_lazy("Present by name"), 18),
    Column(gettext_lazy("Counted without a name"), 24),
)


def sessions(request: StaffRequest) -> HttpResponse:
    """Today's and later ones unless asked otherwise."""
    require(reads_records(request.user))
    form, found = asked(request)
    page = Paginator(queries.with_figures(found), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "found": page.paginator.count,
        "may_plan": works_somewhere_as(request.user, WITH_PEOPLE),
        "query": request.GET.urlencode(),
    }
    return render(request, "activities/sessions.html", context)


def sessions_file(request: StaffRequest) -> FileResponse:
    """The same list with its filter, all pages of it."""
    require(reads_records(request.user))
    _form, found = asked(request)
    rows = rows_of(queries.with_figures(found))
    return xlsx_response(rows, columns=COLUMNS, title=_("Sessions"), filename=f"zajecia-{today()}.xlsx")


def asked(request: StaffRequest) -> tuple[SessionsFilter, Any]:
    form = SessionsFilter(request.GET, editions=Edition.objects.visible_to(request.user))
    return form, queries.listed(request.user, at=now(), **form.wanted)


def rows_of(found: Any) -> Iterator[list[Cell]]:
    for one in found:
        staff = ", ".join(str(each) for each in one.staff.all())
        where = str(one.room or one.venue or "")
        times = [one.starts_at, one.ends_at]
        names = [str(one.activity), one.title, where, staff, one.get_state_display()]
        yield [*times, *names, one.named, one.anonymous]
