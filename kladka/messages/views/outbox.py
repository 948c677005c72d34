"""What was written to whom; what did not arrive, and what to do about it."""

from collections.abc import Callable

from django.contrib import messages as notes
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.core import wording
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.spreadsheets import xlsx_response
from kladka.messages import access, actions, lists, mailing
from kladka.messages.choices import State, Way
from kladka.messages.forms import MessageFilterForm
from kladka.messages.models import Message
from kladka.programmes.access import CASE_WORK, require, works_somewhere_as
from kladka.programmes.models import Edition


def messages(request: StaffRequest) -> HttpResponseBase:
    """Everything written in the user's editions: filtered, as pages or as a spreadsheet."""
    require(access.can_read_somewhere(request.user))
    form = MessageFilterForm(request.GET, editions=Edition.objects.visible_to(request.user))
    found = lists.found(form.asked, user=request.user)
    if request.GET.get("format") == "xlsx":
        rows = lists.cells(lists.with_details(found).iterator(chunk_size=1000))
        filename = f"wiadomosci-{today()}.xlsx"
        return xlsx_response(rows, columns=lists.COLUMNS, title=_("Messages"), filename=filename)
    page = Paginator(lists.with_details(found), lists.ON_A_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    query["format"] = "xlsx"
    context = {
        "form": form,
        "page": page,
        "rows": lists.rows(page.object_list),
        "found": wording.number(page.paginator.count),
        "download": query.urlencode(),
        "to_print": Message.objects.visible_to(request.user).to_print().count(),
        "may_print": works_somewhere_as(request.user, CASE_WORK),
        "may_amend": access.can_amend(request.user),
        "is_set_up": mailing.is_set_up(),
        "is_demo": mailing.is_demo(),
    }
    return render(request, "messages/messages.html", context)


def message(request: StaffRequest, message_id: int) -> HttpResponse:
    """The text as it was sent. Opening it is a reading, and is logged."""
    one = message_for(request, message_id)
    content = actions.read_message(message=one, why=_("list of messages"), by=request.user, at=now())
    may_write = access.can_write(request.user, one.edition)
    context = {
        "message": one,
        "content": content,
        "tone": lists.TONES[State(one.state)],
        "may_write": may_write,
        "may_send_again": may_write and actions.can_go_again(one),
        "may_have_come_back": may_write and one.state == State.SENT,
        "is_letter": one.way == Way.LETTER,
    }
    return render(request, "messages/message.html", context)


@require_POST
def again(request: StaffRequest, message_id: int) -> HttpResponse:
    """To the address of today."""
    return done(request, message_id, actions.send_again, _("The message waits to be sent."))


@require_POST
def as_letter(request: StaffRequest, message_id: int) -> HttpResponse:
    """By post instead."""
    return done(request, message_id, actions.make_letter, _("The letter waits to be printed."))


@require_POST
def returned(request: StaffRequest, message_id: int) -> HttpResponse:
    """An answer of a mail server came to the office: it was not delivered."""
    return done(request, message_id, actions.came_back, _("Noted: the message came back."))


def done(request: StaffRequest, message_id: int, act: Callable[..., None], said: str) -> HttpResponse:
    one = message_for(request, message_id)
    require(access.can_write(request.user, one.edition))
    try:
        act(message=one, by=request.user, at=now())
    except DomainError as error:
        notes.error(request, str(error))
    else:
        notes.success(request, said)
    return redirect("messages:message", one.pk)


def message_for(request: StaffRequest, message_id: int) -> Message:
    """404 for "not there" and "not yours" alike."""
    shown = Message.objects.visible_to(request.user).select_related(
        "person", "edition__programme", "wording", "written_by"
    )
    return get_object_or_404(shown, pk=message_id)
