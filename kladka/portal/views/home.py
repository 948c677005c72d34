"""The first page of the installation and of a municipality."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kladka.municipalities.queries import directory


def national(request: HttpRequest) -> HttpResponse:
    """Which municipalities are served here; each opens its own site on the port that was asked."""
    port = request.get_port()
    suffix = "" if port in {"80", "443"} else f":{port}"
    rows = [(name, office, f"{request.scheme}://{host}{suffix}/") for name, office, host in directory()]
    return render(request, "portal/national.html", {"municipalities": rows})


def home(request: HttpRequest) -> HttpResponse:
    """Whose site this is and whom to call."""
    return render(request, "portal/home.html")
