"""Who came without being expected: participants put on the list, guests counted without a name."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.activities import queries
from kladka.activities.actions import add_guest, admit, record_tally
from kladka.activities.forms.guests import GuestForm, TallyForm, WalkInForm
from kladka.activities.models import Session
from kladka.activities.views.doors import chosen, session_to_write
from kladka.core.clock import now
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted

MOST = 10  # more names than this ask for another letter


def walk_in(request: StaffRequest, session_id: int) -> HttpResponse:
    """GET looks for the name; POST puts the chosen participant on the list, or counts a guest."""
    session = session_to_write(request, session_id)
    if is_shut(request, session):
        return redirect("activities:reopening", session.pk)
    asked = WalkInForm(request.GET if "name" in request.GET else None)
    guest = GuestForm(posted(request))
    if guest.is_valid():
        try:
            let_in(request, session, guest)
        except DomainError as error:
            guest.add_error(None, str(error))
        else:
            return redirect("activities:attendance", session.pk)
    words = asked.cleaned_data["name"] if asked.is_valid() else ""
    found = list(queries.walk_ins(request.user, session, words)[:MOST]) if words else []
    context = {"session": session, "asked": asked, "words": words, "found": found}
    return form_page(request, "activities/walk_in.html", guest, **context)


def is_shut(request: StaffRequest, session: Session) -> bool:
    """Before anything is typed into a page that a closed list would refuse."""
    return request.method == "GET" and session.register_closed_at is not None


def let_in(request: StaffRequest, session: Session, guest: GuestForm) -> None:
    if "participation" in request.POST:
        one = chosen(request)
        admit(session=session, participation=one, by=request.user, at=now())
        messages.success(request, _("%(name)s is on the list and present.") % {"name": one.person})
    else:
        add_guest(session=session, **guest.cleaned_data, by=request.user, at=now())
        messages.success(request, _("One more guest is counted."))


def tally(request: StaffRequest, session_id: int) -> HttpResponse:
    """How many came without a name."""
    session = session_to_write(request, session_id)
    if is_shut(request, session):
        return redirect("activities:reopening", session.pk)
    form = TallyForm(posted(request), kept=queries.tally_of(session))
    if form.is_valid():
        try:
            record_tally(session=session, counts=form.counts, by=request.user, at=now())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The head-count is saved."))
            return redirect("activities:attendance", session.pk)
    return form_page(request, "activities/tally.html", form, session=session)
