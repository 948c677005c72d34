"""Rounds: what waits in each, who stands where, who sits in the committee."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.programmes.access import require, works_in_programmes
from kladka.recruitment import access, actions, board
from kladka.recruitment.forms.committee import CommitteeForm, EqualsForm
from kladka.recruitment.lists import ON_A_PAGE
from kladka.recruitment.models import Protocol, Round
from kladka.recruitment.queries.ranking import ranked


def rounds(request: StaffRequest) -> HttpResponse:
    """Every round that the user sees, with what waits in it."""
    require(works_in_programmes(request.user))
    page = Paginator(board.rounds_for(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "recruitment/rounds.html", {"page": page})


def round(request: StaffRequest, round_id: int) -> HttpResponse:  # noqa: A001 - the field's own word
    """What waits, the ranking as it stands now, the balance of women and men."""
    one = round_for(request, round_id)
    waits = request.GET.get("waits")
    shown = board.board_of(
        one,
        user=request.user,
        sort=request.GET.get("sort", ""),
        waits=waits if waits in board.WAITS else None,
    )
    context = {
        "round": one,
        "board": shown,
        "page": Paginator(shown.rows, ON_A_PAGE).get_page(request.GET.get("page")),
        "members": access.members_of(one),
        "protocols": Protocol.objects.visible_to(request.user).filter(round=one).select_related("replaces"),
        "may_choose": access.can_choose(request.user, one),
        "may_recruit": access.can_recruit(request.user, one.edition),
        "is_filtered": waits in board.WAITS,
    }
    return render(request, "recruitment/round.html", context)


def committee(request: StaffRequest, round_id: int) -> HttpResponse:
    """Who sits, as what, and how many must be there."""
    one = round_for(request, round_id)
    require(access.can_recruit(request.user, one.edition))
    members = access.members_of(one)
    seats = {f"seat-{member.user_id}": member.role for member in members}
    before = {"quorum": one.committee.quorum, "appointed_on": one.committee.appointed_on} if members else {}
    form = CommitteeForm(
        posted(request),
        users=access.who_may_sit(one, on=today()),
        initial={"appointed_on": today(), "quorum": 2, **before, **seats},
    )
    if form.is_valid():
        try:
            actions.appoint_committee(
                round=one,
                members=form.members,
                quorum=form.cleaned_data["quorum"],
                appointed_on=form.cleaned_data["appointed_on"],
                by=request.user,
                at=now(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The committee is appointed."))
            return redirect("recruitment:round", one.pk)
    return form_page(request, "recruitment/committee.html", form, round=one)


@require_POST
def draw(request: StaffRequest, round_id: int) -> HttpResponse:
    """Draw the lot, once."""
    one = round_for(request, round_id)
    require(access.can_choose(request.user, one))
    try:
        kept = actions.draw_lots(round=one, by=request.user, at=now())
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The lot is drawn; its start value is %(seed)s.") % {"seed": kept.seed})
    return redirect("recruitment:round", one.pk)


def equals(request: StaffRequest, round_id: int) -> HttpResponse:
    """The first group of equal ones whom a cut parts: who goes before whom."""
    one = round_for(request, round_id)
    require(access.can_choose(request.user, one))
    found = ranked(one)
    group = [found.standings[number].application for number in next(iter(found.lists.undecided), ())]
    if not group:
        return redirect("recruitment:round", one.pk)
    form = EqualsForm(posted(request), equal=group)
    if form.is_valid():
        try:
            actions.rule_among_equals(
                round=one, order=form.order, how=form.cleaned_data["how"], by=request.user, at=now()
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return redirect("recruitment:round", one.pk)
    return form_page(request, "recruitment/equals.html", form, round=one)


def round_for(request: StaffRequest, round_id: int) -> Round:
    """404 for "not there" and "not yours" alike."""
    shown = Round.objects.visible_to(request.user).select_related("scheme", "edition__programme", "committee")
    return get_object_or_404(shown, pk=round_id)
