"""The end of a participation, what became of the person, and coming back."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.http import posted
from kladka.participation import actions
from kladka.participation.choices import ExitReason
from kladka.participation.forms import ExitForm, FollowUpForm, OutcomeForm, ReopenForm
from kladka.participation.models import Participation
from kladka.participation.views.doors import answer, participation_to_lead


def exit(request: StaffRequest, participation_id: int) -> HttpResponse:  # noqa: A001 - the field's word
    """The last day, and why it ended."""
    found = participation_to_lead(request, participation_id)
    form = ExitForm(posted(request), initial={"left_on": today()})

    def close() -> Participation:
        actions.record_exit(
            participation=found,
            left_on=form.cleaned_data["left_on"],
            reason=ExitReason(form.cleaned_data["reason"]),
            path_completed=form.is_completed,
            by=request.user,
            at=now(),
        )
        return found

    return answer(
        request,
        "participation/exit.html",
        form,
        close,
        done=_("The end of participation is saved."),
        participation=found,
    )


def reopening(request: StaffRequest, participation_id: int) -> HttpResponse:
    """The person comes back."""
    found = participation_to_lead(request, participation_id)
    form = ReopenForm(posted(request))

    def come_back() -> Participation:
        reason = form.cleaned_data["reason"]
        actions.reopen(participation=found, reason=reason, by=request.user, at=now())
        return found

    return answer(
        request,
        "participation/reopening.html",
        form,
        come_back,
        done=_("The participation goes on."),
        participation=found,
    )


def outcome(request: StaffRequest, participation_id: int) -> HttpResponse:
    """Something has changed for the person: an examination passed, a job found."""
    found = participation_to_lead(request, participation_id)
    form = OutcomeForm(posted(request), initial={"happened_on": today()})

    def keep() -> Participation:
        actions.record_outcome(participation=found, result=form.result, by=request.user, at=now())
        return found

    return answer(
        request,
        "participation/outcome.html",
        form,
        keep,
        done=_("The outcome is saved."),
        participation=found,
    )


def follow_up(request: StaffRequest, participation_id: int) -> HttpResponse:
    """What the person answers when asked after the end."""
    found = participation_to_lead(request, participation_id)
    form = FollowUpForm(posted(request), initial={"done_on": today()})

    def ask() -> Participation:
        actions.record_follow_up(
            participation=found, done_on=form.asked_on, results=[form.result], by=request.user, at=now()
        )
        return found

    return answer(
        request,
        "participation/follow_up.html",
        form,
        ask,
        done=_("The follow-up is saved."),
        participation=found,
    )
