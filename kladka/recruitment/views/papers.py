"""Papers of applications, for one or for all that a filter finds."""

from django.http import HttpResponse

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.papers.actions import Paper, print_paper
from kladka.papers.http import paper_response
from kladka.people.actions import read_sensitive
from kladka.programmes.access import can_read_sensitive, require
from kladka.recruitment import access, documents
from kladka.recruitment.models import Application
from kladka.recruitment.views.application import application_for


def package(request: StaffRequest, application_id: int) -> HttpResponse:
    """A-01, the application package, filled in as far as the record goes."""
    one = application_for(request, application_id)
    require(access.can_recruit(request.user, one.edition))
    return paper_response(request, [package_of(request, one)])


def package_of(request: StaffRequest, application: Application) -> Paper:
    """With the sensitive answers for who may read them; that they were read is logged."""
    traits = None
    if can_read_sensitive(request.user, application.edition):
        why = f"A-01, {application.number}"
        traits = read_sensitive(person=application.person, why=why, by=request.user, at=now())
    draft = documents.package(application, on=today(), traits=traits)
    return print_paper(draft, by=request.user, at=now())
