"""Programmes at the desk: which ones are mine, and one of them as its coordinator looks at it."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from kladka.accounts.http import StaffRequest
from kladka.core.clock import today
from kladka.desk.pages import OPENED, figures_of, pages_of
from kladka.desk.queries.programmes import cockpit
from kladka.programmes.access import can_see_figures
from kladka.programmes.models import Edition, Programme
from kladka.programmes.queries import chosen_edition


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
    request.session[OPENED] = chosen.pk
    context = {
        "programme": one,
        "editions": editions,
        "cockpit": cockpit(chosen, request.user, on=today()),
        "pages": pages_of(request.user, chosen),
        "figures": figures_of(chosen) if can_see_figures(request.user, chosen) else "",
        "today": today(),
    }
    return render(request, "desk/programme.html", context)
