"""The agreement and the declaration on paper."""

from django.http import HttpResponse

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.papers.actions import print_paper
from kladka.papers.http import paper_response
from kladka.participation import documents
from kladka.participation.views.doors import participation_to_lead
from kladka.people.actions import read_sensitive
from kladka.programmes.access import can_read_sensitive


def agreement_paper(request: StaffRequest, participation_id: int) -> HttpResponse:
    """B-01, to be signed by both sides."""
    found = participation_to_lead(request, participation_id)
    paper = print_paper(documents.agreement(found, on=today()), by=request.user, at=now())
    return paper_response(request, [paper])


def declaration_paper(request: StaffRequest, participation_id: int) -> HttpResponse:
    """What the person says of itself; the sensitive answers for who may read them, which is logged."""
    found = participation_to_lead(request, participation_id)
    traits = None
    if can_read_sensitive(request.user, found.edition):
        why = f"B-01, {found.number}"
        traits = read_sensitive(person=found.person, why=why, by=request.user, at=now())
    draft = documents.declaration(found, on=today(), traits=traits)
    return paper_response(request, [print_paper(draft, by=request.user, at=now())])
