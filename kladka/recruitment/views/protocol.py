"""The committee's meeting, the sealed protocol, signatures and publication."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.audit import sealing
from kladka.core.clock import now
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.programmes.access import require
from kladka.recruitment import access, actions, canonical
from kladka.recruitment.choices import Signing
from kladka.recruitment.forms.committee import MeetingForm
from kladka.recruitment.models import Protocol
from kladka.recruitment.queries.ranking import ranked
from kladka.recruitment.views.round import round_for


def meeting(request: StaffRequest, round_id: int) -> HttpResponse:
    """Where and when, who was there; sending it seals the ranking of this moment."""
    one = round_for(request, round_id)
    require(access.can_choose(request.user, one))
    form = MeetingForm(posted(request), members=access.members_of(one), at=now())
    if form.is_valid():
        try:
            sealed = actions.seal_protocol(round=one, meeting=form.meeting, by=request.user, at=now())
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The protocol is sealed and everybody is decided."))
            return redirect("recruitment:protocol", sealed.pk)
    return form_page(request, "recruitment/meeting.html", form, round=one, lists=ranked(one).lists)


def protocol(request: StaffRequest, protocol_id: int) -> HttpResponse:
    """As it was sealed: read from the kept bytes, after comparing them with the digest."""
    one = protocol_for(request, protocol_id)
    signed = list(one.signatures.select_related("member__user"))
    present = one.present.select_related("user")
    waiting = [member for member in present if member.pk not in {each.member_id for each in signed}]
    context = {
        "protocol": one,
        "content": canonical.read(sealing.opened(one.content, digest=one.digest, name=one.number)),
        "entries": one.entries.select_related("application"),
        "later": Protocol.objects.visible_to(request.user).filter(replaces=one).first(),
        "signed": signed,
        "waiting": waiting,
        "mine": next((member for member in waiting if member.user_id == request.user.pk), None),
        "may_recruit": access.can_recruit(request.user, one.round.edition),
        "may_choose": access.can_choose(request.user, one.round),
    }
    return render(request, "recruitment/protocol.html", context)


def protocol_file(request: StaffRequest, protocol_id: int) -> HttpResponse:
    """The sealed bytes themselves."""
    one = protocol_for(request, protocol_id)
    content = sealing.opened(one.content, digest=one.digest, name=one.number)
    name = one.number.replace("/", "-")
    headers = {"Content-Disposition": f'attachment; filename="{name}.json"'}
    return HttpResponse(content, content_type="application/json", headers=headers)


@require_POST
def sign(request: StaffRequest, protocol_id: int, member_id: int) -> HttpResponse:
    """By name for oneself; for another it is noted that the printed protocol was signed."""
    one = protocol_for(request, protocol_id)
    require(access.can_choose(request.user, one.round) or access.can_recruit(request.user, one.round.edition))
    member = get_object_or_404(one.present, pk=member_id)
    way = Signing.BY_NAME if member.user_id == request.user.pk else Signing.ON_PAPER
    try:
        actions.sign_protocol(protocol=one, member=member, way=way, by=request.user, at=now())
    except DomainError as error:
        messages.error(request, str(error))
    return redirect("recruitment:protocol", one.pk)


@require_POST
def publish(request: StaffRequest, protocol_id: int) -> HttpResponse:
    """The lists go public, by number."""
    one = protocol_for(request, protocol_id)
    require(access.can_recruit(request.user, one.round.edition))
    try:
        actions.publish_results(protocol=one, by=request.user, at=now())
    except DomainError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The results are published by number, without names."))
    return redirect("recruitment:protocol", one.pk)


def protocol_for(request: StaffRequest, protocol_id: int) -> Protocol:
    """404 for "not there" and "not yours" alike."""
    shown = Protocol.objects.visible_to(request.user).select_related(
        "round__edition", "replaces", "sealed_by"
    )
    return get_object_or_404(shown, pk=protocol_id)
