"""Papers of recruitment, for one application or for all that a filter finds, for an edition, for a protocol."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.papers.actions import Paper, print_paper
from kladka.papers.http import not_printed, paper_response
from kladka.people.actions import read_sensitive
from kladka.programmes.access import can_read_sensitive, require, works_somewhere_as
from kladka.programmes.models import Edition
from kladka.recruitment import access, documents, lists
from kladka.recruitment.forms.application import ApplicationFilterForm
from kladka.recruitment.models import Application, Protocol
from kladka.recruitment.views.application import application_for


def package(request: StaffRequest, application_id: int) -> HttpResponse:
    """A-01, the application package, filled in as far as the record goes."""
    one = application_for(request, application_id)
    require(access.can_recruit(request.user, one.edition))
    return paper_response(request, [package_of(request, one)])


def packages(request: StaffRequest) -> HttpResponse:
    """A-01 of all that the filter of the list finds, in the order of their numbers; one file or a ZIP."""
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
    draft = documents.package(application, on=today(), traits=traits)
    return print_paper(draft, by=request.user, at=now())


def card_paper(request: StaffRequest, application_id: int) -> HttpResponse:
    """A-03: the cards in force, or a blank one."""
    one = application_for(request, application_id)
    require(access.can_decide(request.user, one.edition))
    filled = one.cards.in_force().select_related("scored_by").order_by("pk")
    if not access.can_recruit(request.user, one.edition):
        filled = filled.filter(scored_by=request.user)  # members score apart from each other
    drafts = [documents.card(one, card) for card in filled] or [documents.card(one)]
    return paper_response(request, [print_paper(draft, by=request.user, at=now()) for draft in drafts])


def regulations_paper(request: StaffRequest, edition_id: int) -> HttpResponse:
    """A-02, the rules of recruitment and participation."""
    edition = get_object_or_404(
        Edition.objects.visible_to(request.user).select_related("programme"), pk=edition_id
    )
    require(access.can_recruit(request.user, edition))
    return paper_response(request, [print_paper(documents.regulations(edition), by=request.user, at=now())])


def protocol_paper(request: StaffRequest, protocol_id: int) -> HttpResponse:
    """A-04, as it was sealed."""
    kept = protocol_for(request, protocol_id)
    return paper_response(request, [print_paper(documents.protocol(kept), by=request.user, at=now())])


def result_paper(request: StaffRequest, protocol_id: int) -> HttpResponse:
    """A-05, the result by numbers."""
    kept = protocol_for(request, protocol_id)
    return paper_response(request, [print_paper(documents.result(kept), by=request.user, at=now())])


def protocol_for(request: StaffRequest, protocol_id: int) -> Protocol:
    """404 for "not there" and "not yours" alike; 403 for who only looks on."""
    kept = get_object_or_404(
        Protocol.objects.visible_to(request.user).select_related("round__edition__programme"), pk=protocol_id
    )
    require(access.can_decide(request.user, kept.round.edition))
    return kept
