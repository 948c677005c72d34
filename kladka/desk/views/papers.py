"""A-01 of one application or of all that a filter finds: recruitment knows a part of it, participation another."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.desk.queries.visit import declared_by
from kladka.papers.actions import Paper, print_paper
from kladka.papers.http import not_printed, paper_response
from kladka.participation.documents import status
from kladka.people.actions import read_sensitive
from kladka.programmes.access import can_read_sensitive, require, works_somewhere_as
from kladka.programmes.models import Edition
from kladka.recruitment import access, documents, lists
from kladka.recruitment.forms.application import ApplicationFilterForm
from kladka.recruitment.models import Application


def package(request: StaffRequest, application_id: int) -> HttpResponse:
    """The application package, filled in as far as the record goes."""
    one = application_for(request, application_id)
    require(access.can_recruit(request.user, one.edition))
    return paper_response(request, [package_of(request, one)])


def packages(request: StaffRequest) -> HttpResponse:
    """Of all that the filter of the list finds, in the order of their numbers; one file or a ZIP."""
    require(works_somewhere_as(request.user, access.PRINTING))
    form = ApplicationFilterForm(request.GET, editions=Edition.objects.visible_to(request.user))
    try:
        found = documents.to_print(lists.found(form.asked, user=request.user), user=request.user)
    except DomainError as error:
        return not_printed(request, error)
    return paper_response(request, [package_of(request, one) for one in found])


def package_of(request: StaffRequest, application: Application) -> Paper:
    """With the sensitive answers for who may read them; that they were read is logged."""
    traits = None
    if can_read_sensitive(request.user, application.edition):
        why = f"A-01, {application.number}"
        traits = read_sensitive(person=application.person, why=why, by=request.user, at=now())
    said = status(declared_by(application.person, user=request.user))
    draft = documents.package(application, on=today(), traits=traits, status=said)
    return print_paper(draft, by=request.user, at=now())


def application_for(request: StaffRequest, application_id: int) -> Application:
    """404 for "not there" and "not yours" alike."""
    shown = lists.with_details(Application.objects.visible_to(request.user)).select_related("round__scheme")
    return get_object_or_404(shown, pk=application_id)
