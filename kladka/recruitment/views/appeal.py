"""Appeals against a result."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.http import posted
from kladka.programmes.access import require
from kladka.recruitment import access, actions
from kladka.recruitment.choices import AppealResult
from kladka.recruitment.forms.application import AppealDecisionForm, AppealForm
from kladka.recruitment.views.application import answer, application_for


def appeal(request: StaffRequest, application_id: int) -> HttpResponse:
    """What it says, and when it came."""
    one = application_for(request, application_id)
    require(access.can_recruit(request.user, one.edition))
    form = AppealForm(posted(request), initial={"received_on": today()})

    def act() -> None:
        actions.receive_appeal(application=one, **form.cleaned_data, by=request.user, at=now())

    return answer(request, "recruitment/appeal.html", form, act, application=one)


def appeal_decision(request: StaffRequest, application_id: int, appeal_id: int) -> HttpResponse:
    """Upheld or dismissed, and why."""
    one = application_for(request, application_id)
    require(access.can_recruit(request.user, one.edition))
    received = get_object_or_404(one.appeals, pk=appeal_id)
    form = AppealDecisionForm(posted(request), initial={"decided_on": today()})

    def act() -> None:
        said = {**form.cleaned_data, "result": AppealResult(form.cleaned_data["result"])}
        actions.decide_appeal(appeal=received, **said, by=request.user, at=now())

    return answer(request, "recruitment/appeal_decision.html", form, act, application=one, appeal=received)
