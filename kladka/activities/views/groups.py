"""Groups and clubs: the list, and who belongs to one of them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.activities import queries
from kladka.activities.access import can_change_members
from kladka.activities.actions import add_member, end_membership
from kladka.activities.forms.groups import EndForm, JoinForm
from kladka.activities.forms.guests import WalkInForm
from kladka.activities.models import Group
from kladka.activities.views.doors import chosen
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.programmes.access import reads_records, require

MOST = 10  # more names than this ask for another letter


def groups(request: StaffRequest) -> HttpResponse:
    """Every group that the user reaches, with how many belong to it today."""
    require(reads_records(request.user))
    return render(request, "activities/groups.html", {"groups": queries.groups_of(request.user, on=today())})


def group(request: StaffRequest, group_id: int) -> HttpResponse:
    """GET looks for somebody to add; POST adds the one chosen."""
    one = group_for(request, group_id)
    may_write = can_change_members(request.user, one)
    form = JoinForm(posted(request), initial={"from_day": today()})
    require(may_write or not form.is_bound)
    if form.is_valid():
        participation = chosen(request)
        try:
            add_member(group=one, participation=participation, by=request.user, at=now(), **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("%(name)s is in the group.") % {"name": participation.person})
            return redirect("activities:group", one.pk)
    asked = WalkInForm(request.GET if "name" in request.GET else None)
    words = asked.cleaned_data["name"] if asked.is_valid() else ""
    found = list(queries.joining(request.user, one, words, on=today())[:MOST]) if words else []
    members = queries.members_of(one, on=today())
    context = {"group": one, "members": members, "asked": asked, "words": words, "found": found}
    return form_page(request, "activities/group.html", form, may_write=may_write, **context)


def end(request: StaffRequest, group_id: int, membership_id: int) -> HttpResponse:
    """The last day of one member."""
    one = group_for(request, group_id)
    require(can_change_members(request.user, one))
    membership = get_object_or_404(queries.members_of(one, on=today()), pk=membership_id)
    form = EndForm(posted(request), first_day=membership.from_day, initial={"last_day": today()})
    if form.is_valid():
        end_membership(membership=membership, by=request.user, at=now(), **form.cleaned_data)
        messages.success(request, _("The last day is written."))
        return redirect("activities:group", one.pk)
    return form_page(request, "activities/membership_end.html", form, group=one, membership=membership)


def group_for(request: StaffRequest, group_id: int) -> Group:
    return get_object_or_404(
        Group.objects.visible_to(request.user).select_related("edition", "offer__task"), pk=group_id
    )
