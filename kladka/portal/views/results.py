"""Who got a place, by the number of the application."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext

from kladka.core import clock
from kladka.portal.freshness import kept
from kladka.programmes.models import Programme
from kladka.recruitment.queries.published import results_of


@kept
def results(request: HttpRequest, slug: str) -> HttpResponse:
    """The published lists of every round of a programme."""
    found = get_object_or_404(Programme.objects.public(), key=slug)
    trail = [
        (gettext("Home"), reverse("portal:home")),
        (gettext("Programmes"), reverse("portal:programmes")),
        (found.title, reverse("portal:programme", args=[found.key])),
        (gettext("Results of recruitment"), request.path),
    ]
    context = {"programme": found, "results": results_of(found, on=clock.today()), "trail": trail}
    return render(request, "portal/results.html", context)
