"""The list of applications, and one of them."""

from collections.abc import Callable
from dataclasses import replace

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.core import wording
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.core.spreadsheets import xlsx_response
from kladka.people.actions import recognise
from kladka.people.choices import Ground
from kladka.people.queries import the_one
from kladka.people.queries.likeness import Alike, alike_and_seen
from kladka.programmes.access import require, works_in_programmes
from kladka.programmes.models import Edition
from kladka.recruitment import access, actions, identity, lists, naming, queries, tasks
from kladka.recruitment.choices import Outcome
from kladka.recruitment.forms.application import (
    ApplicationFilterForm,
    ApplicationForm,
    DecisionForm,
    ProofForm,
    WithdrawalForm,
)
from kladka.recruitment.models import Application


def applications(request: StaffRequest) -> HttpResponseBase:
    """Who applied to the user's editions: filtered, as pages or as a spreadsheet."""
    require(works_in_programmes(request.user))
    editions = Edition.objects.visible_to(request.user)
    form = ApplicationFilterForm(request.GET, editions=editions)
    asked = form.asked
    if request.GET.get("format") == "xlsx":
        found = lists.with_details(lists.found(asked, user=request.user))
        naming.name_to(request.user, found)
        rows = lists.cells(found)
        filename = f"zgloszenia-{today()}.xlsx"
        return xlsx_response(rows, columns=lists.COLUMNS, title=_("Applications"), filename=filename)
    page = lists.page_of(asked, request.GET.get("page"), user=request.user)
    context = {
        "form": form,
        "page": page,
        "rows": lists.rows(page.object_list, on=today()),
        "found": wording.number(page.paginator.count),
        "download": download_query(request.GET),
        "enter_in": access.editions_to_enter(request.user, form.editions.values(), on=today()),
    }
    return render(request, "recruitment/applications.html", context)


def download_query(asked: QueryDict) -> str:
    """The same filter, asked for as a spreadsheet."""
    query = asked.copy()
    query.pop("page", None)
    query["format"] = "xlsx"
    return query.urlencode()


def enter_application(request: StaffRequest, edition_id: int) -> HttpResponse:
    """An application as it came; the person is found by PESEL or made."""
    edition = get_object_or_404(Edition.objects.visible_to(request.user), pk=edition_id)
    require(access.can_recruit(request.user, edition))
    form = ApplicationForm(posted(request), edition=edition, at=now())
    known = likely_same(request, form) if form.is_valid() else []
    if form.is_valid() and form.is_answered(known):
        try:
            words = form.cleaned_data["other"]
            submission = replace(
                form.submission, related_to=the_one(words, user=request.user) if words else None
            )
            person = form.chosen(known)
            with transaction.atomic():
                if person:
                    recognise(
                        person=person,
                        edition=edition,
                        contacts=form.contacts,
                        on=today(),
                        by=request.user,
                        at=now(),
                    )
                entered = actions.submit_application(
                    applicant=person or form.applicant, submission=submission, by=request.user, at=now()
                )
        except DomainError as error:
            form.refuse(error)
        else:
            messages.success(
                request, _("The application has the number %(number)s.") % {"number": entered.number}
            )
            return redirect("recruitment:application", entered.pk)
    return form_page(request, "recruitment/enter_application.html", form, edition=edition)


def likely_same(request: StaffRequest, form: ApplicationForm) -> list[Alike]:
    """Whom of the record the applicant may be; who has the same PESEL is found without a question."""
    known = alike_and_seen(form.details, user=request.user, on=today())
    return [one for one in known if Ground.PESEL not in one.grounds]


def application(request: StaffRequest, application_id: int) -> HttpResponse:
    """What it says, what is missing, what was decided."""
    one = application_for(request, application_id)
    state = lists.state_of(one)
    is_open = state in lists.UNDECIDED or state == lists.State.RESERVE
    context = {
        "application": one,
        "row": lists.row(one),
        "lacks": tasks.lacks_of([one], on=today()).get(one.pk) if is_open else None,
        "may_note": state in lists.UNDECIDED and access.can_recruit(request.user, one.edition),
        "grounds": one.grounds.select_related("ground", "seen_by"),
        "cards": one.cards.in_force().select_related("scored_by"),
        "appeals": one.appeals.all(),
        "has_place": state == lists.State.QUALIFIED and one.vacated_on is None,
        "decisions": one.decisions.select_related("decided_by"),
        "said": identity.said_on_portal(one, user=request.user) if one.is_named else None,
        "may_recruit": access.can_recruit(request.user, one.edition),
        "may_decide": access.can_decide(request.user, one.edition),
    }
    return render(request, "recruitment/application.html", context)


@require_POST
def complete(request: StaffRequest, application_id: int) -> HttpResponse:
    """All papers are there and signed."""
    one = application_for(request, application_id)
    require(access.can_recruit(request.user, one.edition))
    actions.mark_complete(application=one, by=request.user, at=now())
    return redirect("recruitment:application", one.pk)


def proof(request: StaffRequest, application_id: int, claim_id: int) -> HttpResponse:
    """What proves a ground was seen."""
    one = application_for(request, application_id)
    require(access.can_recruit(request.user, one.edition))
    claim = get_object_or_404(one.grounds.select_related("ground"), pk=claim_id)
    form = ProofForm(posted(request), initial={"evidence": claim.evidence})

    def act() -> None:
        evidence = form.cleaned_data["evidence"]
        actions.see_proof(claim=claim, evidence=evidence, by=request.user, at=now())

    return answer(request, "recruitment/proof.html", form, act, application=one, claim=claim)


def decision(request: StaffRequest, application_id: int) -> HttpResponse:
    """Put the person on a list."""
    one = application_for(request, application_id)
    require(access.can_decide(request.user, one.edition))
    form = DecisionForm(posted(request), initial={"decided_on": today()})

    def act() -> None:
        said = form.cleaned_data
        actions.decide(
            application=one,
            outcome=Outcome(said["outcome"]),
            decided_on=said["decided_on"],
            reason=said["reason"],
            by=request.user,
            at=now(),
        )

    context = {"missing": queries.missing(one), "said": identity.said_on_portal(one, user=request.user)}
    return answer(request, "recruitment/decision.html", form, act, application=one, **context)


def withdrawal(request: StaffRequest, application_id: int) -> HttpResponse:
    """The person does not want to come."""
    one = application_for(request, application_id)
    require(access.can_recruit(request.user, one.edition))
    form = WithdrawalForm(posted(request), initial={"withdrawn_on": today()})

    def act() -> None:
        actions.withdraw(application=one, on=form.cleaned_data["withdrawn_on"], by=request.user, at=now())

    return answer(request, "recruitment/withdrawal.html", form, act, application=one)


def application_for(request: StaffRequest, application_id: int) -> Application:
    """404 for "not there" and "not yours" alike."""
    shown = lists.with_details(Application.objects.visible_to(request.user)).select_related("round__scheme")
    found = get_object_or_404(shown, pk=application_id)
    naming.name_to(request.user, [found])
    return found


def answer(
    request: StaffRequest,
    template: str,
    form: Form,
    act: Callable[[], None],
    *,
    application: Application,
    **context: object,
) -> HttpResponse:
    """The form, with what was refused; or, once done, the application."""
    if form.is_valid():
        try:
            act()
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            return redirect("recruitment:application", application.pk)
    return form_page(request, template, form, application=application, **context)
