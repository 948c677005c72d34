"""One visit: a social worker with a client goes from the name to the signed agreement on three pages.

Each page saves what was done on it by the actions of the modules below, so an interrupted visit goes on where it stopped.
"""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.desk import actions
from kladka.desk.forms import EligibilityForm, SigningForm, VisitForm
from kladka.desk.queries import visit as queries
from kladka.desk.queries.visit import Stage
from kladka.participation.choices import AgreementKind
from kladka.participation.models import Participation
from kladka.participation.models.snapshot import TRAITS
from kladka.people.actions import read_sensitive
from kladka.people.models import Person
from kladka.programmes.access import can_read_sensitive, can_recruit, require
from kladka.programmes.models import Edition
from kladka.recruitment import actions as recruitment
from kladka.recruitment.access import can_decide
from kladka.recruitment.choices import Outcome
from kladka.recruitment.errors import AlreadyApplied
from kladka.recruitment.identity import said_on_portal
from kladka.recruitment.models import Application


def visit(request: StaffRequest) -> HttpResponse:
    """For which programme; where there is only one, this page is passed by."""
    editions = queries.editions_for(request.user, on=today())
    require(bool(editions), _("None of your programmes lasts today."))
    query = request.GET.urlencode()
    if len(editions) == 1:
        address = reverse("desk:visit_person", args=[editions[0].pk])
        return redirect(f"{address}?{query}" if query else address)
    return render(request, "desk/visit.html", {"editions": editions, "query": query})


def visit_person(request: StaffRequest, edition_id: int) -> HttpResponse:
    """Who it is and for what they come. An application that is there already is gone on with."""
    edition = get_object_or_404(
        Edition.objects.visible_to(request.user).select_related("programme"), pk=edition_id
    )
    require(can_recruit(request.user, edition))
    person = known_person(request)
    before = queries.open_application(person, edition, user=request.user) if person else None
    if before is not None:
        return to_stage(before)
    form = VisitForm(posted(request), edition=edition, person=person, at=now(), on=today())
    taken = taken_in(request, form, person) if form.is_valid() else None
    if taken is not None:
        return to_stage(taken)
    return form_page(request, "desk/visit_person.html", form, edition=edition, person=person)


def known_person(request: StaffRequest) -> Person | None:
    """Named in the address, from the list of people or from the person's file."""
    asked = request.GET.get("person")
    if not asked:
        return None
    try:
        public_id = UUID(asked)
    except ValueError as error:
        raise Http404 from error
    return get_object_or_404(Person.objects.visible_to(request.user), public_id=public_id)


def taken_in(request: StaffRequest, form: VisitForm, person: Person | None) -> Application | None:
    """The new application, or the one of this PESEL that is there; None where the form was refused."""
    try:
        return actions.take_in(
            applicant=person or form.applicant,
            submission=form.submission,
            home=form.written,
            by=request.user,
            at=now(),
        )
    except AlreadyApplied as error:
        there = Person.objects.visible_to(request.user).filter(pesel=form.cleaned_data.get("pesel") or None)
        known = person or there.first()
        before = queries.open_application(known, form.edition, user=request.user) if known else None
        if before is None:
            form.refuse(error)
        return before
    except DomainError as error:
        form.refuse(error)
        return None


def visit_decision(request: StaffRequest, application_id: int) -> HttpResponse:
    """Grounds with what was seen, the set of papers, and the decision."""
    one = application_for(request, application_id)
    if queries.stage_of(one) != Stage.DECISION:
        return to_stage(one)
    said = said_on_portal(one, user=request.user)
    in_doubt = said is not None and said.draft.is_in_doubt
    form = EligibilityForm(
        posted(request),
        application=one,
        grounds=queries.grounds_of(one),
        may_decide=can_decide(request.user, one.edition),
        in_doubt=in_doubt,
    )
    if form.is_valid() and decided(request, one, form, at=now()):
        return to_stage(application_for(request, application_id))
    return form_page(request, "desk/visit_decision.html", form, application=one, said=said)


def decided(request: StaffRequest, application: Application, form: EligibilityForm, *, at: datetime) -> bool:
    """What was seen is kept even where the decision is refused."""
    try:
        actions.note_eligibility(
            application=application,
            seen=form.seen,
            is_complete=form.cleaned_data["is_complete"],
            by=request.user,
            at=at,
        )
        said = said_on_portal(application, user=request.user)
        if said is not None and form.cleaned_data.get("identity_seen"):
            recruitment.clear_doubt(draft=said.draft, by=request.user, at=at)
        if "outcome" in form.cleaned_data:
            recruitment.decide(
                application=application,
                outcome=Outcome(form.cleaned_data["outcome"]),
                decided_on=today(),
                reason=form.cleaned_data["reason"],
                by=request.user,
                at=at,
            )
    except DomainError as error:
        form.add_error(None, str(error))
        return False
    return True


def visit_agreement(request: StaffRequest, application_id: int) -> HttpResponse:
    """The declaration of entry and the agreement, by one signature."""
    one = application_for(request, application_id)
    if queries.stage_of(one) != Stage.AGREEMENT:
        return to_stage(one)
    require(can_read_sensitive(request.user, one.edition))
    form = SigningForm(posted(request), initial=known_of(request, one))
    if form.is_valid():
        try:
            actions.sign_and_declare(
                application=one,
                paper=form.paper,
                facts=form.facts,
                flags=form.flags,
                declared_on=form.cleaned_data["declared_on"],
                by=request.user,
                at=now(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return redirect("desk:visit_done", one.pk)
    return form_page(request, "desk/visit_agreement.html", form, application=one)


def known_of(request: StaffRequest, application: Application) -> dict[str, object]:
    """What was declared before, to be confirmed; the reading of the sensitive answers is logged."""
    person = application.person
    why = _("one visit, application %(number)s") % {"number": application.number}
    traits = read_sensitive(person=person, why=why, by=request.user, at=now())
    return {
        **queries.said_before(person, user=request.user),
        **{name: getattr(traits, name) for name in TRAITS},
        "declared_on": today(),
        "notice_given_on": today(),
        "kind": AgreementKind.AGREEMENT,
    }


def visit_done(request: StaffRequest, application_id: int) -> HttpResponse:
    """The person takes part; what is to be printed and what comes next."""
    one = application_for(request, application_id)
    participation = Participation.objects.visible_to(request.user).filter(application=one).first()
    if participation is None:
        return to_stage(one)
    return render(request, "desk/visit_done.html", {"application": one, "participation": participation})


def application_for(request: StaffRequest, application_id: int) -> Application:
    """404 for "not there" and "not yours" alike; who may only look gets 403."""
    seen = Application.objects.visible_to(request.user).select_related(
        "person", "edition__programme", "offer__target_group", "round"
    )
    found = get_object_or_404(seen, pk=application_id)
    require(can_recruit(request.user, found.edition))
    return found


def to_stage(application: Application) -> HttpResponse:
    """Where the visit goes on; an application that ended otherwise has its own page."""
    stage = queries.stage_of(application)
    if stage is None:
        return redirect("recruitment:application", application.pk)
    return redirect(f"desk:{stage}", application.pk)
