"""What the team does with an application that came from the portal."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now
from kladka.programmes.access import require
from kladka.recruitment import access, actions, identity
from kladka.recruitment.models import Application


@require_POST
def identity_checked(request: StaffRequest, application_id: int) -> HttpResponse:
    """Somebody has seen the applicant's document and knows who it is."""
    seen = Application.objects.visible_to(request.user).select_related("edition", "person")
    application = get_object_or_404(seen, pk=application_id)
    require(access.can_recruit(request.user, application.edition))
    said = identity.said_on_portal(application, user=request.user)
    if said is not None:
        actions.clear_doubt(draft=said.draft, by=request.user, at=now())
    return redirect("recruitment:application", application.pk)
