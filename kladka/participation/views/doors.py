"""How every page here finds its participation, does its one action and answers."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from kladka.accounts.http import StaffRequest
from kladka.core.errors import DomainError
from kladka.core.http import form_page
from kladka.participation.models import Participation
from kladka.programmes.access import can_lead_pathways, require


def participation_for(request: StaffRequest, participation_id: int) -> Participation:
    """404 for "not there" and "not yours" alike."""
    shown = Participation.objects.visible_to(request.user).select_related("person", "edition__programme")
    return get_object_or_404(shown, pk=participation_id)


def participation_to_lead(request: StaffRequest, participation_id: int) -> Participation:
    found = participation_for(request, participation_id)
    require(can_lead_pathways(request.user, found.edition))
    return found


def answer(
    request: StaffRequest,
    template: str,
    form: Form,
    act: Callable[[], Participation],
    *,
    done: str,
    **context: object,
) -> HttpResponse:
    """The form, with what was refused; or, once done, the participation with a word about it."""
    if form.is_valid():
        try:
            participation = act()
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, done)
            return redirect("participation:participation", participation.pk)
    return form_page(request, template, form, **context)
