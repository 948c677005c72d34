"""The first page of the installation and of a municipality."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from kladka.core import clock
from kladka.core.http import REFUSED
from kladka.portal.forms.finding import SearchForm
from kladka.portal.freshness import kept
from kladka.portal.queries import calendar, finding, listing
from kladka.portal.queries import national as queries


def national(request: HttpRequest) -> HttpResponse:
    """Which municipalities are served here, their programmes, and what can be joined now."""
    form = SearchForm(request.GET)
    asked = form.cleaned_data["q"].strip() if form.is_valid() else ""
    found = queries.towns(asked, scheme=request.scheme or "http", port=request.get_port())
    joinable = [one for town in found for one in town.programmes if one.can_be_joined(clock.today())]
    count = sum(len(town.programmes) for town in found)
    context = {
        "form": form,
        "asked": asked,
        "towns": found,
        "joinable": joinable,
        "found": finding.counted(asked, count),
    }
    return render(request, "portal/national.html", context, status=200 if form.is_valid() else REFUSED)


@kept
def home(request: HttpRequest) -> HttpResponse:
    """Whose site this is, what there is and whom to call."""
    cards = listing.cards(language=get_language() or "pl", today=clock.today())
    context = {
        "cards": cards,
        "totals": listing.announced_totals(),
        "events": calendar.next_ones(clock.today()),
    }
    return render(request, "portal/home.html", context)
