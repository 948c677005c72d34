"""Records that may be of one person: the queue, two side by side, merged, told apart, undone."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.people import access, actions
from kladka.people.actions.merging import rivals_of
from kladka.people.forms import CompareForm, MergeForm
from kladka.people.models import Merge, Person
from kladka.people.queries import likeness, the_one
from kladka.people.queries.comparing import side_by_side
from kladka.programmes.access import require

ON_A_PAGE = 50


def duplicates(request: StaffRequest) -> HttpResponse:
    """Pairs to work through, the oldest first."""
    require(access.may_merge_somewhere(request.user, on=today()))
    pairs = likeness.open_resemblances(request.user, on=today())
    page = Paginator(pairs, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "people/duplicates.html", {"page": page})


def person_to_compare(request: StaffRequest, public_id: UUID) -> Person:
    person = likeness.person_to_compare(public_id, user=request.user, on=today())
    if person is None:
        raise Http404
    return person


def comparing(request: StaffRequest, public_id: UUID) -> HttpResponse:
    """With whom a record is compared, where the queue has not found it."""
    person = person_to_compare(request, public_id)
    form = CompareForm(posted(request))
    if form.is_valid():
        try:
            other = the_one(form.cleaned_data["other"], user=request.user)
        except DomainError as error:
            form.refuse(error)
        else:
            if other != person:
                return redirect("people:comparison", person.public_id, other.public_id)
            form.add_error("other", _("Choose another person: this is the same record."))
    return form_page(request, "people/comparing.html", form, person=person)


def comparison(request: StaffRequest, public_id: UUID, other_id: UUID) -> HttpResponse:
    """Side by side, with what happens when the two are merged; the clerk chooses who stays."""
    one, other = person_to_compare(request, public_id), person_to_compare(request, other_id)
    if one == other:
        raise Http404
    rivals = [each for _holding, each in rivals_of(one, other)]
    form = MergeForm(posted(request), people=(one, other), rivals=rivals)
    if form.is_valid():
        stays, goes = form.stays_and_goes
        try:
            merge = actions.merge_people(
                stays=stays,
                goes=goes,
                chosen=form.chosen,
                reason=form.cleaned_data["reason"],
                by=request.user,
                at=now(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                _("The records are one now. You can undo this: %(merge)s.") % {"merge": merge.gone_name},
            )
            return redirect("people:merges")
    context = {
        "one": one,
        "other": other,
        "lines": side_by_side(one, other),
        "grounds": likeness.grounds_of(one, other),
        "known": likeness.answered(one, other),
    }
    return form_page(request, "people/comparison.html", form, **context)


@require_POST
def telling_apart(request: StaffRequest, public_id: UUID, other_id: UUID) -> HttpResponse:
    """Two different people; or, taken back, two who may be one after all."""
    one, other = person_to_compare(request, public_id), person_to_compare(request, other_id)
    if request.POST.get("back"):
        actions.take_back_telling_apart(one=one, other=other, by=request.user, at=now())
        return redirect("people:comparison", one.public_id, other.public_id)
    try:
        actions.tell_apart(one=one, other=other, by=request.user, at=now())
    except DomainError as error:
        messages.error(request, str(error))
    else:
        said = _("%(one)s and %(other)s are different people. Nobody will be asked again.")
        messages.success(request, said % {"one": one.spoken_name, "other": other.spoken_name})
    return redirect("people:duplicates")


def merges(request: StaffRequest) -> HttpResponse:
    """What was merged, with the way back."""
    require(access.may_merge_somewhere(request.user, on=today()))
    found = likeness.merges_seen(request.user, on=today())
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "people/merges.html", {"page": page})


@require_POST
def undoing(request: StaffRequest, merge_id: int) -> HttpResponse:
    """Two records again, as they were; what was entered since then stays with the one who stayed."""
    merge: Merge = get_object_or_404(likeness.merges_seen(request.user, on=today()), pk=merge_id)
    try:
        actions.undo_merge(merge=merge, by=request.user, at=now())
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request, _("The merge is undone: %(merge)s has a record again.") % {"merge": merge.gone_name}
        )
    return redirect("people:merges")
