"""The reserve of a round: who is asked next, and what was answered."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.programmes.access import require
from kladka.recruitment import access, actions
from kladka.recruitment.choices import PlaceAnswer
from kladka.recruitment.forms.application import VacancyForm
from kladka.recruitment.forms.committee import PlaceAnswerForm
from kladka.recruitment.queries.places import left_in
from kladka.recruitment.queries.reserve import asked_in, reserve_of
from kladka.recruitment.views.application import application_for
from kladka.recruitment.views.round import round_for


def reserve(request: StaffRequest, round_id: int) -> HttpResponse:
    """The list in the order of asking, free places, and everybody who was asked."""
    one = round_for(request, round_id)
    require(access.can_recruit(request.user, one.edition))
    context = {"round": one, "entries": reserve_of(one), "asked": asked_in(one), "left": left_in(one)}
    return render(request, "recruitment/reserve.html", context)


@require_POST
def offer(request: StaffRequest, round_id: int) -> HttpResponse:
    """Ask the first of the reserve who still meets the conditions."""
    one = round_for(request, round_id)
    require(access.can_recruit(request.user, one.edition))
    try:
        made = actions.offer_place(round=one, by=request.user, at=now())
    except DomainError as error:
        messages.error(request, str(error))
    else:
        said = {"person": made.application.person.spoken_name, "number": made.application.number}
        messages.success(request, _("A place is offered to %(person)s (%(number)s).") % said)
    return redirect("recruitment:reserve", one.pk)


def place_answer(request: StaffRequest, application_id: int, promotion_id: int) -> HttpResponse:
    """Accepted, refused, or no answer in time."""
    one = application_for(request, application_id)
    require(access.can_recruit(request.user, one.edition))
    asked = get_object_or_404(one.promotions, pk=promotion_id)
    form = PlaceAnswerForm(posted(request), initial={"answered_on": today()})
    if form.is_valid():
        try:
            actions.answer_place(
                promotion=asked,
                answer=PlaceAnswer(form.cleaned_data["answer"]),
                on=form.cleaned_data["answered_on"],
                reason=form.cleaned_data["reason"],
                by=request.user,
                at=now(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return redirect("recruitment:reserve", one.round_id)
    return form_page(request, "recruitment/place_answer.html", form, application=one, asked=asked)


def vacancy(request: StaffRequest, application_id: int) -> HttpResponse:
    """Who had a place does not take it: it is free again."""
    one = application_for(request, application_id)
    require(access.can_recruit(request.user, one.edition))
    form = VacancyForm(posted(request), initial={"vacated_on": today()})
    if form.is_valid():
        try:
            day = form.cleaned_data["vacated_on"]
            actions.vacate_place(application=one, on=day, by=request.user, at=now())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return redirect("recruitment:application", one.pk)
    return form_page(request, "recruitment/vacancy.html", form, application=one)
