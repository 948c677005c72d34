"""The queue as a board, and "Move to …": the real step, with its own checks."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.core import wording
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.programmes.access import require, works_in_programmes
from kladka.programmes.models import Edition
from kladka.recruitment import access, actions, moves, tasks
from kladka.recruitment import queue as board
from kladka.recruitment.forms.application import QueueForm, WithdrawalForm
from kladka.recruitment.forms.missing import MissingForm
from kladka.recruitment.forms.queue import CompleteForm, OutcomeForm
from kladka.recruitment.lists import State
from kladka.recruitment.models import Application
from kladka.recruitment.views.application import application_for

Acts = tuple[Form, Callable[[], object]]


def queue(request: StaffRequest) -> HttpResponse:
    """To complete, to score, to decide and the three lists, each with those who wait longest."""
    require(works_in_programmes(request.user))
    editions = Edition.objects.visible_to(request.user)
    form = QueueForm(request.GET, editions=editions)
    columns = board.columns(form.asked, user=request.user, on=today())
    context = {
        "form": form,
        "columns": columns,
        "found": wording.number(sum(one.found for one in columns)),
        "choices": moves.choices(),
        "moves": any(
            access.can_recruit(request.user, one) or access.can_decide(request.user, one)
            for one in form.editions.values()
        ),
    }
    return render(request, "recruitment/queue.html", context)


def move(request: StaffRequest, application_id: int) -> HttpResponse:
    """Ask what the step needs and do it; what is impossible says why. A card is scored on its own page."""
    one = application_for(request, application_id)
    asked = request.GET.get("to", "")
    if asked not in moves.PLACES:
        raise Http404
    to = State(asked)
    require(moves.may(request.user, one, to))
    why = moves.hindrances(one, to)
    up = f"{reverse('recruitment:queue')}?edition={one.edition_id}"
    title = _("Move to: %(place)s") % {"place": moves.name_of(to)}
    context = {"application": one, "title": title, "up": up}
    if why:
        return render(request, "recruitment/move.html", {**context, "why": why})
    if moves.is_scoring(one, to):
        return redirect("recruitment:card", one.pk)
    form, act = step(request, one, to)
    if form.is_valid():
        try:
            act()
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            said = {"number": one.number, "place": moves.name_of(to)}
            messages.success(request, _("%(number)s: %(place)s.") % said)
            return redirect(up)
    lacks = tasks.lacks_of([one], on=today())[one.pk]
    return form_page(request, "recruitment/move.html", form, **context, lacks=lacks)


def step(request: StaffRequest, one: Application, to: State) -> Acts:
    """The form of a step and what it does."""
    given: Any = {"application": one, "by": request.user, "at": now()}
    data = posted(request)
    if to == State.INCOMPLETE:
        missing = MissingForm(data, application=one, on=today())
        return missing, lambda: actions.note_missing(**given, **missing.said)
    if to == State.WITHDRAWN:
        withdrawal = WithdrawalForm(data, initial={"withdrawn_on": today()})
        return withdrawal, lambda: actions.withdraw(**given, on=withdrawal.cleaned_data["withdrawn_on"])
    if to in moves.OUTCOMES:
        outcome = moves.OUTCOMES[to]
        decision = OutcomeForm(data, outcome=outcome, initial={"decided_on": today()})
        return decision, lambda: actions.decide(**given, outcome=outcome, **decision.cleaned_data)
    return CompleteForm(data), lambda: actions.mark_complete(**given)
