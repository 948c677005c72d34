"""The public page of one programme, and the list of all."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language, gettext

from kladka.core import clock, wording
from kladka.definitions.public import page_of
from kladka.definitions.queries import as_defined
from kladka.portal.freshness import kept
from kladka.portal.queries import calendar, listing
from kladka.portal.queries.programme import ProgrammePage
from kladka.portal.queries.reached import reached
from kladka.programmes.models import Programme
from kladka.recruitment.enrolment import enrolment_of
from kladka.recruitment.queries.published import has_results


@kept
def programmes(request: HttpRequest) -> HttpResponse:
    """All programmes of the municipality, those that can be joined first."""
    cards = listing.cards(language=get_language() or "pl", today=clock.today())
    return render(request, "portal/programmes.html", {"cards": cards, "totals": listing.announced_totals()})


@kept
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that the record publishes of it."""
    found = get_object_or_404(Programme.objects.public(), key=slug)
    today = clock.today()
    public = page_of(as_defined(found), on=today)
    page = ProgrammePage(
        public,
        language=get_language() or "pl",
        today=today,
        reached=reached(public, found.editions.all(), on=today),
        events=tuple(calendar.next_ones(today, programme=found.pk)),
    )
    trail = [
        (gettext("Home"), reverse("portal:home")),
        (gettext("Programmes"), reverse("portal:programmes")),
        (found.title, request.path),
    ]
    metadata = page.metadata | {"changed_on": wording.day(found.changed_at)}
    context = {"page": page, "trail": trail, "page_metadata": metadata}
    context["enrolment"] = enrolment_of(found, on=today)
    context["has_results"] = has_results(found)
    return render(request, "portal/programme.html", context)
