"""In which words a town writes."""

from dataclasses import dataclass

from django.contrib import messages as notes
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kladka.accounts.http import StaffRequest
from kladka.core.clock import now, today
from kladka.core.errors import DomainError
from kladka.core.http import form_page, posted
from kladka.messages import access, actions, queries, words
from kladka.messages.choices import Occasion
from kladka.messages.forms import WordingForm
from kladka.messages.models import AmendedWording
from kladka.people.choices import Language
from kladka.programmes.access import require


@dataclass(frozen=True)
class Asked:
    occasion: Occasion
    language: Language

    @property
    def query(self) -> str:
        return f"?occasion={self.occasion}&language={self.language}"

    @property
    def href(self) -> str:
        return reverse("messages:wording") + self.query


def wordings(request: StaffRequest) -> HttpResponse:
    """Every occasion in its three languages: as it ships, or since when in the town's own words."""
    require(access.can_amend(request.user))
    own = queries.own_versions()
    rows = [
        (occasion, [(language, own.get((occasion, language))) for language in Language])
        for occasion in Occasion
    ]
    return render(request, "messages/wordings.html", {"rows": rows})


def wording(request: StaffRequest) -> HttpResponse:
    """The words in force, with what they may use and how a message of them looks."""
    asked = asked_for(request)
    now_said = queries.wording_of(asked.occasion, asked.language)
    form = WordingForm(
        posted(request), initial={"subject": now_said.wording.subject, "body": now_said.wording.body}
    )
    if form.is_valid():
        try:
            said = form.cleaned_data
            actions.amend_wording(
                occasion=asked.occasion,
                language=asked.language,
                subject=said["subject"],
                body=said["body"],
                by=request.user,
                at=now(),
            )
        except DomainError as error:
            form.add_error(None, str(error))
        else:
            notes.success(request, _("From now on messages say this."))
            return redirect(asked.href)
    return form_page(
        request,
        "messages/wording.html",
        form,
        asked=asked,
        version=now_said.version,
        words=words.explained(asked.occasion),
        sample=words.sample(asked.occasion, now_said.wording.body, language=asked.language, on=today()),
        versions=AmendedWording.objects.visible_to(request.user).versions_of(asked.occasion, asked.language),
    )


@require_POST
def as_shipped(request: StaffRequest) -> HttpResponse:
    """Back to the words that come with the product."""
    asked = asked_for(request)
    actions.return_to_shipped(occasion=asked.occasion, language=asked.language, by=request.user, at=now())
    notes.success(request, _("From now on messages say what comes with the product."))
    return redirect(asked.href)


def asked_for(request: StaffRequest) -> Asked:
    require(access.can_amend(request.user))
    try:
        return Asked(Occasion(request.GET.get("occasion", "")), Language(request.GET.get("language", "")))
    except ValueError:
        raise Http404 from None
