"""Figures, and the people behind each of them."""

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.indicators import access, actions, exports, queries
from kladka.indicators.catalogue import Measure, measures
from kladka.indicators.charts import shortfall
from kladka.indicators.forms import PeopleForm
from kladka.participation.models import Participation
from kladka.programmes.access import can_see_figures, require
from kladka.programmes.models import Edition, Programme
from kladka.programmes.queries import chosen_edition

PAGE = 50


def matrix(request: StaffRequest, key: str) -> HttpResponseBase:
    programme = get_object_or_404(Programme.objects.visible_to(request.user), key=key)
    editions = Edition.objects.visible_to(request.user).filter(programme=programme)
    edition = chosen_edition(editions, request.GET.get("edition", ""), on=today())
    if edition is None:
        raise Http404
    require(can_see_figures(request.user, edition))
    rows = queries.matrix(edition, on=today())
    if request.GET.get("file") == "xlsx":
        return exports.matrix_file(rows, title=str(edition), filename=f"{programme.key}-{today()}.xlsx")
    context = {
        "programme": programme,
        "editions": editions,
        "edition": edition,
        "promised": [row for row in rows if row.targets],
        "others": [row for row in rows if not row.targets],
        "on": today(),
        "figure": shortfall(rows),
    }
    return render(request, "indicators/matrix.html", context)


def people(request: StaffRequest, measure: str) -> HttpResponseBase:
    rule, form = counted_by(measure), PeopleForm(request.GET)
    if not form.is_valid():
        raise Http404
    asked = form.cleaned_data
    edition = get_object_or_404(Edition.objects.visible_to(request.user), pk=asked["edition"])
    require(access.can_see_people(request.user, edition, rule))
    listing = queries.would_count if asked["show"] else queries.ledger
    within = Participation.objects.visible_to(request.user)
    lines = listing(rule, edition, on=today(), sex=asked["sex"], within=within)
    if request.GET.get("file") == "xlsx":
        note(request, rule, lines)
        return exports.people_file(lines, title=rule.key, filename=f"{rule.key}-{today()}.xlsx")
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    note(request, rule, list(page.object_list))
    context = {
        "edition": edition,
        "measure": rule,
        "title": queries.title_of(rule, edition),
        "form": form,
        "page": page,
        "asked": asked,
    }
    return render(request, "indicators/people.html", context)


def counted_by(key: str) -> Measure:
    rule = measures().get(key)
    if rule is None or rule.by_hand:
        raise Http404
    return rule


def note(request: StaffRequest, rule: Measure, lines: Iterable[queries.Line]) -> None:
    """Who is looked at in a list that tells a sensitive trait is written down."""
    if access.is_sensitive(rule):
        actions.note_reading(
            measure=rule, people=[one.person for one in lines], why="indicators", by=request.user, at=now()
        )
