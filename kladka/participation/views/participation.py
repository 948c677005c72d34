"""A participation by itself, the agreement that opens it, and its plan."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.http import posted
from kladka.participation import actions, queries
from kladka.participation.forms import AgreementForm, PlanForm
from kladka.participation.models import Participation
from kladka.participation.views.doors import answer, participation_for, participation_to_lead
from kladka.people.models import Person
from kladka.programmes.access import can_lead_pathways, can_recruit, require
from kladka.programmes.models import Edition


def participation(request: StaffRequest, participation_id: int) -> HttpResponse:
    """State, hours, plan, what is missing, and every version of the entry."""
    found = participation_for(request, participation_id)
    context = {
        "card": queries.card(found, on=today()),
        "may_lead": can_lead_pathways(request.user, found.edition),
    }
    return render(request, "participation/participation.html", context)


def agreement(request: StaffRequest, person_id: UUID) -> HttpResponse:
    """Somebody joins an edition: by the application that was decided there, or without one."""
    person = get_object_or_404(Person.objects.visible_to(request.user), public_id=person_id)
    editions = [one for one in Edition.objects.visible_to(request.user) if can_recruit(request.user, one)]
    require(bool(editions))
    asked = request.GET.get("edition", "")
    form = AgreementForm(posted(request), editions=editions, initial={"signed_on": today(), "edition": asked})

    def sign() -> Participation:
        who = queries.waiting_application(person, form.chosen) or actions.Entrant(
            person=person,
            edition=form.chosen,
            related=queries.participant(form.chosen, number=form.cleaned_data["related"]),
        )
        return actions.sign_agreement(who=who, paper=form.paper, by=request.user, at=now())

    return answer(
        request, "participation/agreement.html", form, sign, done=_("The agreement is saved."), person=person
    )


def plan(request: StaffRequest, participation_id: int) -> HttpResponse:
    """The supports that were agreed; saving again is an annex."""
    found = participation_to_lead(request, participation_id)
    before = queries.plan_of(found)
    goal = actions.read_goal(plan=before, why=_("change of the plan"), by=request.user, at=now())
    form = PlanForm.of(queries.supports_to_plan(found), before, posted(request), goal=goal, on=today())

    def make() -> Participation:
        actions.make_plan(
            participation=found,
            steps=form.steps,
            agreed_on=form.cleaned_data["agreed_on"],
            goal=form.cleaned_data["goal"],
            by=request.user,
            at=now(),
        )
        return found

    return answer(
        request, "participation/plan.html", form, make, done=_("The plan is saved."), participation=found
    )
