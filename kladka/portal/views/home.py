"""The first page of the installation and of a municipality."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from kladka.core import clock
from kladka.municipalities.queries import directory
from kladka.portal.freshness import kept
from kladka.portal.queries import listing


def national(request: HttpRequest) -> HttpResponse:
    """Which municipalities are served here; each opens its own site on the port that was asked."""
    port = request.get_port()
    suffix = "" if port in {"80", "443"} else f":{port}"
    rows = [(name, office, f"{request.scheme}://{host}{suffix}/") for name, office, host in directory()]
    return render(request, "portal/national.html", {"municipalities": rows})


@kept
def home(request: HttpRequest) -> HttpResponse:
    """Whose site this is, what there is and whom to call."""
    cards = listing.cards(language=get_language() or "pl", today=clock.today())
    return render(request, "portal/home.html", {"cards": cards, "totals": listing.announced_totals()})
