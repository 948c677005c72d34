"""The assessment card of one application."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.programmes.access import require
from kladka.recruitment import access, actions, queries
from kladka.recruitment.choices import Cards
from kladka.recruitment.forms.card import CardForm, from_card, from_record
from kladka.recruitment.models import Application, Criterion
from kladka.recruitment.queries import scoring as stored
from kladka.recruitment.views.application import application_for


def card(request: StaffRequest, application_id: int) -> HttpResponse:
    """Each criterion with its points; filled in from the record where it knows, or from the card before."""
    one = application_for(request, application_id)
    require(one.round is not None and access.can_choose(request.user, one.round))
    criteria = stored.criteria_of(one.round.scheme if one.round else None)
    form = CardForm(posted(request), criteria=criteria, initial=known(one, criteria, request))
    if form.is_valid():
        try:
            said, remarks = form.said, form.cleaned_data["remarks"]
            actions.score_application(application=one, said=said, remarks=remarks, by=request.user, at=now())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Application %(number)s is scored.") % {"number": one.number})
            return redirect("recruitment:round", one.round_id)
    actions.note_reading(application=one, by=request.user, at=now())
    context = {"application": one, "criteria": criteria, "missing": queries.missing(one)}
    return form_page(request, "recruitment/card.html", form, **context)


def known(one: Application, criteria: list[Criterion], request: StaffRequest) -> dict[str, object]:
    """The card in force (one's own, where each member has one), else what the record knows."""
    is_joint = one.round is None or one.round.scheme is None or one.round.scheme.cards == Cards.JOINT
    cards = [card for card in stored.cards_of([one])[one.pk] if is_joint or card.scored_by == request.user]
    if cards:
        return from_card(cards[0], {each.pk: each for each in criteria})
    areas = {each.area for each in criteria if each.area}
    return from_record(criteria, stored.facts_of([one], areas=areas)[one.pk])


def conflict(request: StaffRequest, application_id: int) -> HttpResponse:
    """Whose application it is, for who has to tell whether they are close; a member steps back and no longer sees it."""
    one = application_for(request, application_id)
    require(one.round is not None and access.can_choose(request.user, one.round))
    if request.method != "POST":
        if not one.is_named:
            actions.note_name(application=one, by=request.user, at=now())
        return render(request, "recruitment/conflict.html", {"application": one})
    try:
        actions.declare_conflict(application=one, by=request.user, at=now())
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request, _("You do not see application %(number)s any more.") % {"number": one.number}
        )
    return redirect("recruitment:round", one.round_id)
