"""Programmes at the desk: which ones are mine, one of them as its coordinator looks at it, and who is where in it."""

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kladka.accounts.http import StaffRequest
from kladka.core.clock import today
from kladka.core.spreadsheets import Column, xlsx_response
from kladka.definitions.access import can_begin
from kladka.desk.choices import Stretch
from kladka.desk.pages import OPENED, cockpit_of, figures_of, pages_of, people_at
from kladka.desk.queries import programmes as queries
from kladka.programmes.access import can_read_records, can_see_figures, require
from kladka.programmes.models import Edition, Programme
from kladka.programmes.queries import chosen_edition

if TYPE_CHECKING:
    from django.db.models import QuerySet

ON_A_PAGE = 50
COLUMNS = (
    Column(_("Number"), 14),
    Column(_("Surname and first name"), 32),
    Column(_("Agreement"), 12),
    Column(_("Start of participation"), 12),
    Column(_("Last day"), 12),
)


def programmes(request: StaffRequest) -> HttpResponse:
    """Every programme in which the user works, with its editions."""
    editions = Edition.objects.visible_to(request.user).with_period_on(today()).select_related("programme")
    mine = [one for one in editions if can_read_records(request.user, one)]
    values = {"editions": mine, "today": today(), "can_begin": can_begin(request.user)}
    return render(request, "desk/programmes.html", values)


def programme(request: StaffRequest, key: str) -> HttpResponse:
    """Findings first, then tasks, stages and budget lines; `?edition=` chooses one of several."""
    editions, chosen = asked_for(request, key)
    request.session[OPENED] = chosen.pk
    cockpit = queries.cockpit(chosen, request.user, on=today())
    numbers = [(one.label, number, people_at(chosen, one)) for one, number in cockpit.standing.items()]
    context = {
        "programme": chosen.programme,
        "editions": editions,
        "cockpit": cockpit,
        "numbers": numbers,
        "sessions": f"{reverse('activities:sessions')}?edition={chosen.pk}&when=past",
        "pages": pages_of(request.user, chosen),
        "figures": figures_of(chosen) if can_see_figures(request.user, chosen) else "",
        "today": today(),
    }
    return render(request, "desk/programme.html", context)


def people(request: StaffRequest, key: str, stretch: str) -> HttpResponseBase:
    """The people behind a number of the cockpit."""
    if stretch not in Stretch:
        raise Http404
    asked = Stretch(stretch)
    _editions, chosen = asked_for(request, key)
    found = queries.people_at(asked, chosen, request.user, on=today())
    if request.GET.get("file") == "xlsx":
        rows = ((one.number, str(one.person), one.opened_on, one.started_on, one.left_on) for one in found)
        name = f"{key}-{asked}-{today()}.xlsx"
        return xlsx_response(rows, columns=COLUMNS, title=str(asked.label), filename=name)
    context = {
        "edition": chosen,
        "up": cockpit_of(chosen),
        "asked": asked,
        "has_started": asked != Stretch.QUALIFIED,
        "has_left": asked == Stretch.LEFT,
        "stretches": [(one, people_at(chosen, one)) for one in Stretch],
        "page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "desk/programme_people.html", context)


def asked_for(request: StaffRequest, key: str) -> "tuple[QuerySet[Edition], Edition]":
    """The editions of a programme, and the one that the address names."""
    one = get_object_or_404(Programme.objects.visible_to(request.user), key=key)
    mine = Edition.objects.visible_to(request.user).filter(programme=one)
    editions = mine.select_related("programme").order_by("-position")
    chosen = chosen_edition(editions, request.GET.get("edition", ""), on=today())
    if chosen is None:
        raise Http404
    require(can_read_records(request.user, chosen))
    return editions, chosen
