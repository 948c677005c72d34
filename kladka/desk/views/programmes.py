"""Programmes at the desk: which ones are mine, and one of them as its coordinator looks at it."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.accounts.models import User
from kladka.core.clock import today
from kladka.definitions.access import can_read
from kladka.desk.queries.programmes import cockpit
from kladka.programmes.access import can_see_figures
from kladka.programmes.models import Edition, Programme
from kladka.programmes.queries import chosen_edition
from kladka.reporting.access import can_look


def programmes(request: StaffRequest) -> HttpResponse:
    """Every programme in which the user works, with its editions."""
    editions = Edition.objects.visible_to(request.user).with_period_on(today()).select_related("programme")
    return render(request, "desk/programmes.html", {"editions": editions, "today": today()})


def programme(request: StaffRequest, key: str) -> HttpResponse:
    """Findings first, then tasks, stages and budget lines; `?edition=` chooses one of several."""
    one = get_object_or_404(Programme.objects.visible_to(request.user), key=key)
    editions = Edition.objects.visible_to(request.user).filter(programme=one).order_by("-position")
    chosen = chosen_edition(editions, request.GET.get("edition", ""), on=today())
    if chosen is None:
        raise Http404
    context = {
        "programme": one,
        "editions": editions,
        "cockpit": cockpit(chosen, request.user, on=today()),
        "links": links(request.user, chosen),
        "today": today(),
    }
    return render(request, "desk/programme.html", context)


def links(user: User, edition: Edition) -> list[tuple[str, str]]:
    """Pages of the programme that this reader may open."""
    key, query = edition.programme.key, f"?edition={edition.key}"
    pages = [
        (_("People of the programme"), f"{reverse('people:people')}?edition={edition.pk}", True),
        (_("Indicators"), reverse("indicators:matrix", args=[key]) + query, can_see_figures(user, edition)),
        (_("Official file"), reverse("reporting:packages", args=[key]) + query, can_look(user, edition)),
        (
            _("Programme as defined"),
            reverse("definitions:definition", args=[key]),
            can_read(user, edition.programme),
        ),
        (_("Public page"), reverse("portal:programme", args=[key]), edition.programme.is_public),
    ]
    return [(name, href) for name, href, opens in pages if opens]
