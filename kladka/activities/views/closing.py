"""The register of a session: closed once it is complete, opened again with a reason."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.activities import actions
from kladka.activities.forms.closing import CloseForm, ReopenForm
from kladka.activities.views.doors import session_to_write
from kladka.core.clock import now
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted


def closing(request: StaffRequest, session_id: int) -> HttpResponse:
    """From now on a change of the list needs a reason."""
    session = session_to_write(request, session_id)
    form = CloseForm(posted(request))
    if form.is_valid():
        try:
            actions.close_register(session=session, by=request.user, at=now())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The list is closed."))
            return redirect("activities:attendance", session.pk)
    return form_page(request, "activities/closing.html", form, session=session)


def reopening(request: StaffRequest, session_id: int) -> HttpResponse:
    """Why a closed list is opened again."""
    session = session_to_write(request, session_id)
    form = ReopenForm(posted(request))
    if form.is_valid():
        try:
            actions.reopen_register(
                session=session, reason=form.cleaned_data["reason"], by=request.user, at=now()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The list is open again."))
            return redirect("activities:attendance", session.pk)
    return form_page(request, "activities/reopening.html", form, session=session)
