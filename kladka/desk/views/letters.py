"""Messages that go by post: one letter, or all that wait for the printer."""

from django.contrib import messages as notes
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now
from kladka.core.errors import DomainError
from kladka.desk.documents import letter as letter_of
from kladka.messages.access import can_write
from kladka.messages.actions import mark_printed, read_message
from kladka.messages.choices import Way
from kladka.messages.errors import TextGone
from kladka.messages.lists import with_details
from kladka.messages.models import Message
from kladka.papers.actions import Paper, print_paper
from kladka.papers.errors import NothingToPrint
from kladka.papers.http import not_printed, paper_response
from kladka.programmes.access import CASE_WORK, require, works_somewhere_as

AT_ONCE = 100  # so many letters are set while somebody waits


def letter(request: StaffRequest, message_id: int) -> HttpResponse:
    """The letter as PDF, or to edit."""
    shown = Message.objects.visible_to(request.user).filter(way=Way.LETTER)
    one = get_object_or_404(shown.select_related("person", "edition__programme"), pk=message_id)
    require(can_write(request.user, one.edition))
    try:
        return paper_response(request, [paper_of(request, one)])
    except DomainError as error:
        return not_printed(request, error)


def letters(request: StaffRequest) -> HttpResponse:
    """What waits for the printer: the list, and all of it as one file."""
    require(works_somewhere_as(request.user, CASE_WORK))
    waiting = to_print(request)
    if request.GET.get("file"):
        return printed_together(request, waiting)
    context = {"letters": waiting, "last": max((one.pk for one in waiting), default=0), "at_once": AT_ONCE}
    return render(request, "desk/letters.html", context)


@require_POST
def letters_printed(request: StaffRequest) -> HttpResponse:
    """They went out. Those that were written since the list was shown still wait."""
    require(works_somewhere_as(request.user, CASE_WORK))
    last = request.POST.get("last", "")
    done = [one for one in to_print(request) if last.isdigit() and one.pk <= int(last)]
    for one in done:
        mark_printed(message=one, by=request.user, at=now())
    said = ngettext(
        "%(number)s letter is noted as posted.", "%(number)s letters are noted as posted.", len(done)
    )
    notes.success(request, said % {"number": len(done)})
    return redirect("desk:letters")


def to_print(request: StaffRequest) -> list[Message]:
    """The oldest first; only of editions in which the user may write."""
    waiting = with_details(Message.objects.visible_to(request.user).to_print()).order_by("pk")
    return [one for one in waiting if can_write(request.user, one.edition)][:AT_ONCE]


def printed_together(request: StaffRequest, waiting: list[Message]) -> HttpResponse:
    if not waiting:
        return not_printed(request, NothingToPrint())
    papers = []
    for one in waiting:
        try:
            papers.append(paper_of(request, one))
        except TextGone:
            continue
    return paper_response(request, papers) if papers else not_printed(request, TextGone())


def paper_of(request: StaffRequest, message: Message) -> Paper:
    """Raises TextGone."""
    content = read_message(message=message, why="A-06", by=request.user, at=now())
    if content is None:
        raise TextGone
    return print_paper(letter_of(message, content), by=request.user, at=now())
