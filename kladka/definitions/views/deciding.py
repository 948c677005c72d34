"""A second person reads what a draft changes and decides on it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.definitions import access, actions
from kladka.definitions.drafting.comparing import changes
from kladka.definitions.drafting.values import called
from kladka.definitions.forms.deciding import DecisionForm
from kladka.definitions.models import Draft
from kladka.definitions.queries import in_force
from kladka.definitions.views.drafts import found_draft, is_behind
from kladka.municipalities.queries import current_municipality
from kladka.programmes.access import require


def decide(request: StaffRequest, draft_id: int) -> HttpResponse:
    """The differences, and under them two buttons: approve, or send back with words."""
    one = found_draft(request, draft_id)
    require(
        access.can_decide(request.user, one),
        _(
            "Another coordinator of the whole programme or an administrator decides, once the draft is handed in."
        ),
    )
    form = DecisionForm(posted(request), initial={"revision": one.revision})
    if form.is_valid() and is_decided(request, one, form):
        return redirect("definitions:draft", one.pk)
    values = {
        "draft": one,
        "amendment": amendment_of(one),
        "changes": changes(in_force(one), one.content),
        "is_behind": is_behind(one),
    }
    return form_page(request, "definitions/decide.html", form, **values)


def is_decided(request: StaffRequest, one: Draft, form: DecisionForm) -> bool:
    try:
        messages.success(request, decided(request, one, form))
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    return True


def decided(request: StaffRequest, one: Draft, form: DecisionForm) -> str:
    """One of the two acts, and what to say of it."""
    given, by, at = form.cleaned_data, request.user, now()
    if given["decision"] == form.SEND_BACK:
        actions.send_back(draft=one, revision=given["revision"], remarks=given["remarks"], by=by, at=at)
        return _("The draft went back to its author with your remarks.")
    town = current_municipality()
    code = town.teryt_code if town else ""
    actions.approve(draft=one, revision=given["revision"], municipality_code=code, by=by, at=at)
    return _("Approved: this is the programme now.")


def amendment_of(draft: Draft) -> str:
    """What people call the amendment by which the agreement changes; empty without one."""
    found = (row for row in draft.content.get("amendments", []) if row.get("key") == draft.amendment)
    return next((called("amendments", row) for row in found), "")
