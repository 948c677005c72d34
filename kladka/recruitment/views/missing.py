"""What an application waits for: noted, and taken when it comes."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.http import posted
from kladka.programmes.access import require
from kladka.recruitment import access, actions
from kladka.recruitment.forms.missing import MissingForm
from kladka.recruitment.views.application import answer, application_for


def missing(request: StaffRequest, application_id: int) -> HttpResponse:
    """Which paper or answer is not there, who brings it, by when."""
    one = application_for(request, application_id)
    require(access.can_recruit(request.user, one.edition))
    form = MissingForm(posted(request), application=one, on=today())

    def act() -> None:
        actions.note_missing(application=one, **form.said, by=request.user, at=now())

    return answer(request, "recruitment/missing.html", form, act, application=one)


@require_POST
def brought(request: StaffRequest, application_id: int, thing_id: int) -> HttpResponse:
    """It is there now."""
    one = application_for(request, application_id)
    require(access.can_recruit(request.user, one.edition))
    thing = get_object_or_404(one.missing_things.all(), pk=thing_id)
    actions.take_missing(thing=thing, by=request.user, at=now())
    return redirect("recruitment:application", one.pk)
