"""What was printed, and the same paper again."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now
from kladka.core.errors import DomainError
from kladka.papers import actions
from kladka.papers.forms import PrintedFilterForm
from kladka.papers.http import not_printed, paper_response
from kladka.papers.models import READERS, Printed
from kladka.programmes.access import can_read_sensitive, require, works_somewhere_as

ON_A_PAGE = 50


def printed(request: StaffRequest) -> HttpResponse:
    """The papers of the user's programmes, the newest first; found by a part of their number."""
    require(works_somewhere_as(request.user, READERS))
    form = PrintedFilterForm(request.GET)
    seen = Printed.objects.visible_to(request.user).without_content().select_related("person", "printed_by")
    found = seen.filter(number__icontains=form.words) if form.words else seen
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "papers/printed.html", {"page": page, "form": form})


def again(request: StaffRequest, printed_id: int) -> HttpResponse:
    """From the data that were kept with the number."""
    kept = get_object_or_404(
        Printed.objects.visible_to(request.user).select_related("edition", "person"), pk=printed_id
    )
    require(not kept.has_sensitive or can_read_sensitive(request.user, kept.edition))
    try:
        paper = actions.print_again(printed=kept, by=request.user, at=now())
    except DomainError as error:
        return not_printed(request, error)
    return paper_response(request, [paper])
