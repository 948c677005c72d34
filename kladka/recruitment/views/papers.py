"""Papers of recruitment, for one application, for an edition, for a protocol; the package is on the desk."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now
from kladka.papers.actions import print_paper
from kladka.papers.http import paper_response
from kladka.programmes.access import require
from kladka.programmes.models import Edition
from kladka.recruitment import access, documents
from kladka.recruitment.models import Protocol
from kladka.recruitment.views.application import application_for


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
