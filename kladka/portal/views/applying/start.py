"""The first page: for whom it is, what is needed, how long it takes, and whom to call instead."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext

from kladka.core import clock
from kladka.core.http import REFUSED, posted
from kladka.portal.forms.applying import said
from kladka.portal.forms.start import StartForm
from kladka.portal.queries.applying import whom_it_is_for
from kladka.portal.rules.applying import WORDS
from kladka.portal.views.applying.doors import TOO_MANY, network_of, private
from kladka.programmes.models import Programme
from kladka.recruitment import knocks
from kladka.recruitment.actions import start_draft
from kladka.recruitment.choices import Knock
from kladka.recruitment.enrolment import Enrolment, enrolment_of
from kladka.recruitment.errors import TooManyKnocks
from kladka.recruitment.rules import Step


@private
def apply(request: HttpRequest, slug: str) -> HttpResponse:
    """The state of enrolment, and while it takes applications, the button that begins one."""
    programme = get_object_or_404(Programme.objects.public(), key=slug)
    enrolment = enrolment_of(programme, on=clock.today())
    form = StartForm(posted(request), at=clock.now())
    if not form.is_bound or not enrolment.is_taking:
        return start_page(request, programme, enrolment, form)
    if not form.is_valid():
        sentence = gettext("Press the button once more. If that does not help, call us.")
        return start_page(request, programme, enrolment, form, refusal=sentence, status=REFUSED)
    try:
        knocks.knock(Knock.START, network_of(request), at=clock.now())
    except TooManyKnocks as error:
        return start_page(request, programme, enrolment, form, refusal=said(error), status=TOO_MANY)
    return begun(enrolment)


def begun(enrolment: Enrolment) -> HttpResponse:
    edition = enrolment.openings[0].round.edition
    _draft, secret = start_draft(edition=edition, language=get_language() or "pl", at=clock.now())
    return redirect("portal:apply_question", secret, WORDS[Step.WHOM])


def start_page(
    request: HttpRequest,
    programme: Programme,
    enrolment: Enrolment,
    form: StartForm,
    *,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    """With a refusal the button is there again: nothing has been typed yet, so nothing is lost."""
    language = get_language() or "pl"
    context = {
        "programme": programme,
        "enrolment": enrolment,
        "form": form.once_more() if form.is_bound else form,
        "refusal": refusal,
        "said": whom_it_is_for(programme, language=language),
        "own": "" if programme.language == language else programme.language,
    }
    return render(request, "portal/apply/start.html", context, status=status)
