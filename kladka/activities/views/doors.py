"""How every page here finds what it is about, and asks whether it may be written."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from kladka.accounts.http import StaffRequest
from kladka.activities.access import can_record
from kladka.activities.models import Session
from kladka.activities.queries import SHOWN
from kladka.participation.models import Participation
from kladka.programmes.access import require


def session_for(request: StaffRequest, session_id: int) -> Session:
    """404 for "not there" and "not yours" alike."""
    return get_object_or_404(Session.objects.visible_to(request.user).select_related(*SHOWN), pk=session_id)


def session_to_write(request: StaffRequest, session_id: int) -> Session:
    session = session_for(request, session_id)
    require(can_record(request.user, session))
    return session


def chosen(request: StaffRequest) -> Participation:
    """The participation that a button of the form named, through its own door."""
    key = request.POST.get("participation", "")
    if not key.isdecimal():
        raise Http404
    return get_object_or_404(Participation.objects.visible_to(request.user), pk=int(key))
