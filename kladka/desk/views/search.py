from django.http import HttpResponse
from django.shortcuts import render

from kladka.accounts.http import StaffRequest
from kladka.desk.queries import search as queries


def search(request: StaffRequest) -> HttpResponse:
    """What the box in the top bar finds."""
    words = request.GET.get("q", "")
    found = queries.search(words, request.user)
    return render(request, "desk/search.html", {"words": words, "found": found})
