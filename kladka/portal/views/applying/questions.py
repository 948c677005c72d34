"""One question a page, the page on which all answers are checked, and the number after it was sent."""

from datetime import timedelta

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext

from kladka.core import clock
from kladka.core.errors import DomainError
from kladka.core.http import REFUSED, form_page, posted
from kladka.portal.answers import answers_of
from kladka.portal.forms.applying import FORMS, StepForm, said
from kladka.portal.letters import send_link, send_number, written_in
from kladka.portal.queries.applying import Filling, place_in_line
from kladka.portal.rules.applying import step_called
from kladka.portal.views.applying.doors import (
    TOO_MANY,
    address_of,
    filling_for,
    is_open,
    network_of,
    private,
    to_code,
)
from kladka.recruitment import knocks
from kladka.recruitment.actions import save_answers, send_draft
from kladka.recruitment.choices import Knock
from kladka.recruitment.errors import TooManyKnocks
from kladka.recruitment.rules import Step

CHANGE = "zmien"  # in the query of a question to which the check page led
ANSWERED_WITHIN = timedelta(days=7)  # what design/interface.md promises to who has sent an application


@private
def apply_question(request: HttpRequest, secret: str, word: str) -> HttpResponse:
    """Ask, keep the answer, go on. What is typed after an hour's rest waits in the page for the code."""
    filling = filling_for(secret)
    step = step_called(word, filling.steps)
    if filling.draft.application_id is not None:
        return redirect("portal:apply_sent", secret)
    if step is None:
        return redirect(address_of(filling, filling.unanswered))
    form = FORMS[step](posted(request), draft=filling.draft, openings=filling.openings, on=clock.today())
    if not may_go_on(request, filling, form):
        return (
            question_page(request, filling, step, form, asks_code=True) if form.is_bound else to_code(filling)
        )
    if not form.is_valid():
        return question_page(request, filling, step, form)
    return redirect(kept(request, filling, step, form))


def may_go_on(request: HttpRequest, filling: Filling, form: StepForm) -> bool:
    """The draft is open, or the code beside the answers was the right one."""
    try:
        if is_open(filling, request.POST.get("code") if form.is_bound else None):
            return True
    except TooManyKnocks as error:
        form.add_error(None, said(error))
        return False
    if form.is_bound:
        form.add_error(None, gettext("An hour has passed. Write the code, and your answers are saved."))
    return False


def kept(request: HttpRequest, filling: Filling, step: Step, form: StepForm) -> str:
    """Where to go once the answers are saved: where a change came from, else to the next question."""
    saved = save_answers(
        draft=filling.draft,
        step=step,
        answers=form.answers,
        language=get_language() or "pl",
        at=clock.now(),
    )
    now = Filling(saved, filling.secret, filling.on)
    if step is Step.CONTACT:
        send_link(now, link=link_to(request, now), at=clock.now())
    if CHANGE in request.GET:
        return address_of(now, now.unanswered)
    after = now.place(step).after
    return address_of(now, after or now.unanswered)


def question_page(
    request: HttpRequest, filling: Filling, step: Step, form: StepForm, *, asks_code: bool = False
) -> HttpResponse:
    place = filling.place(step)
    before = address_of(filling, None if CHANGE in request.GET else place.before)
    return form_page(
        request,
        "portal/apply/question.html",
        form,
        filling=filling,
        place=place,
        before=before if CHANGE in request.GET or place.before else "",
        asks_code=asks_code,
        **coming_back(request, filling, shown=not asks_code),
    )


def coming_back(request: HttpRequest, filling: Filling, *, shown: bool = True) -> dict[str, object]:
    """The link and the code, for the fold at the end of each page."""
    return {"link": link_to(request, filling), "code": filling.code} if shown else {}


def link_to(request: HttpRequest, filling: Filling) -> str:
    return request.build_absolute_uri(reverse("portal:apply_code", args=[filling.secret]))


@private
def apply_check(request: HttpRequest, secret: str) -> HttpResponse:
    """All answers, each with a way to change it; sent twice it is one application."""
    filling = filling_for(secret)
    if filling.draft.application_id is not None:
        return redirect("portal:apply_sent", secret)
    if not is_open(filling):
        return to_code(filling)
    if filling.unanswered is not None:
        return redirect(address_of(filling, filling.unanswered))
    if request.method != "POST":
        return check_page(request, filling)
    try:
        knocks.knock(Knock.SEND, network_of(request), at=clock.now())
        sent(filling)
    except DomainError as error:
        status = TOO_MANY if isinstance(error, TooManyKnocks) else REFUSED
        return check_page(request, filling, refusal=said(error), status=status)
    return redirect("portal:apply_sent", secret)


@transaction.atomic
def sent(filling: Filling) -> None:
    """Sent once more it is the same application, and the same message. Raises what `send_draft` raises."""
    addressee, at = written_in(filling.draft), clock.now()
    application = send_draft(draft=filling.draft, at=at)
    send_number(application, to=addressee, answer_by=localdate(at) + ANSWERED_WITHIN, at=at)


def check_page(
    request: HttpRequest, filling: Filling, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "filling": filling,
        "place": filling.place(None),
        "before": address_of(filling, filling.steps[-1]),
        "answers": [(one, address_of(filling, one.step)) for one in answers_of(filling)],
        "change": CHANGE,
        "refusal": refusal,
        "days": ANSWERED_WITHIN.days,
        **coming_back(request, filling),
    }
    return render(request, "portal/apply/check.html", context, status=status)


@private
def apply_sent(request: HttpRequest, secret: str) -> HttpResponse:
    """The number, and what happens by when."""
    filling = filling_for(secret)
    application = filling.draft.application
    if not is_open(filling):
        return to_code(filling)
    if application is None:
        return redirect(address_of(filling, filling.unanswered))
    context = {
        "filling": filling,
        "application": application,
        "answered_by": localdate(application.received_at) + ANSWERED_WITHIN,
        "place": place_in_line(application) if filling.enrolment.state == "reserve" else None,
    }
    return render(request, "portal/apply/sent.html", context)
